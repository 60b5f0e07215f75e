/** A setting that the function cannot do without. @throws where it is missing */
export function required(name: string): string {
  const value = process.env[name];
  if (!value)
    throw new Error(
      `The environment variable ${name} is ${value === undefined ? 'not set' : 'empty'}: expected a value, set it on the function`,
    );
  return value;
}
