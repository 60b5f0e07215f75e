/** Something that the user gave is wrong; the message says what was found, what was expected and what to do. */
export class InputError extends Error {
  override readonly name = 'InputError';
}
