/**
 * The lifecycles of what news reports, by event head. After the event types of ACE 2005 and PLOVER, but
 * finer where newsrooms tell events apart: a launch, a rollout and a rehearsal are three.
 *
 * The phases themselves are announced by the same words everywhere (phases.ts); a head adds its own.
 * Words are lemmas apart by spaces, `_` joins the words of one term.
 */
export interface Lifecycle {
  /** Nominal forms and aspects that stand for the event: `the signing`, `fuelling test` of a rehearsal. */
  readonly nouns?: string;
  /** Verbs that are the event: their tense is its phase. */
  readonly verbs?: string;
  /** Words that say that it is done or over, beside the general ones. */
  readonly done?: string;
  /** Words that say that it will not be. */
  readonly cancelled?: string;
  /** Words that say that it will be later. */
  readonly postponed?: string;
  /** Words that say that it stands as planned. */
  readonly affirmed?: string;
  /** Heads whose reports serve this one as well: a summit's date is the visit's. */
  readonly kin?: string;
}

export const LIFECYCLES = {
  // Meetings and travel
  meeting: {
    nouns: 'meeting talk summit negotiation discussion consultation dialogue bargaining negotiating_table',
    verbs: 'meet confer sit_down hold_talk return_to_the_table go_back_to_the_table get_back_to_the_table',
    done: 'get_under_way break_up',
    kin: 'visit call',
  },
  call: {
    nouns:
      'phone_call phone_talk telephone_talk telephone_call telephone_conversation phone_conversation call videoconference video_call conference_call',
    verbs: 'speak_by_phone phone telephone speak_to speak_with talk_to speak_by_video',
    kin: 'meeting',
  },
  visit: {
    nouns: 'visit trip journey tour stopover',
    verbs:
      'visit travel fly_to fly_into fly_in go_to come_to head_to head_for arrive_in expect_in due_in land_in touch_down_in',
    cancelled: 'stay_away pull_out skip',
    kin: 'meeting',
  },
  departure: { nouns: 'departure exit', verbs: 'depart' },
  delivery: {
    nouns: 'delivery shipment consignment supply',
    verbs: 'deliver supply take_delivery_of',
    done: 'arrive land receive',
    postponed: 'hold_back',
  },
  conference: { nouns: 'conference congress forum convention symposium', verbs: 'convene gather' },
  speech: { nouns: 'speech address press_conference news_conference briefing', verbs: 'address' },
  announcement: {
    nouns: 'announcement unveiling squad line-up lineup roster',
    verbs: 'unveil',
    done: 'name pick announce reveal',
  },
  apology: { nouns: 'apology', verbs: 'apologise apologize say_sorry' },

  // Agreements
  deal: {
    nouns: 'deal agreement accord pact treaty memorandum settlement',
    verbs: 'agree sign seal clinch ink strike_a_deal reach_a_deal settle conclude shake_hand_on',
    done: 'reach strike',
    cancelled:
      'collapse fall_through walk_away_from walk_away tear_up terminate pull_the_plug yank take_back',
    kin: 'talks-outcome',
  },
  'talks-outcome': { nouns: 'compromise breakthrough common_ground', verbs: 'compromise', kin: 'deal' },
  signing: { nouns: 'signing signature', verbs: 'sign', kin: 'deal' },
  ratification: { nouns: 'ratification', verbs: 'ratify' },
  ceasefire: {
    nouns: 'ceasefire cease-fire truce armistice halt_in_fighting',
    verbs: 'cease_fire lay_down_arms stop_fighting halt_fighting end_fighting',
    done: 'take_effect come_into_force take_hold',
    cancelled: 'collapse break_down',
    kin: 'deal',
  },
  exchange: { nouns: 'prisoner_swap prisoner_exchange swap', verbs: 'swap', kin: 'release' },
  guarantee: { nouns: 'security_guarantee guarantee assurance', verbs: 'guarantee', done: 'offer provide' },

  // Conflict
  attack: {
    nouns: 'attack strike airstrike air_strike bombardment shelling raid bombing assault offensive',
    verbs: 'attack strike bomb shell raid',
  },
  fighting: {
    nouns: 'fighting clash combat battle hostility war conflict',
    verbs: 'fight clash',
    done: 'subside die_down',
  },
  withdrawal: { nouns: 'withdrawal pullout pullback retreat', verbs: 'withdraw pull_out pull_back retreat' },
  deployment: { nouns: 'deployment', verbs: 'deploy send_troops' },
  handover: { nouns: 'handover repatriation return', verbs: 'hand_over repatriate return', kin: 'release' },
  'border-opening': {
    nouns: 'border_crossing crossing reopening_of_the_border border_closure',
    verbs: 'reopen_the_border',
    done: 'reopen',
  },
  demining: { nouns: 'demining mine_clearance landmine_clearance', verbs: 'demine clear_mine' },

  // Custody and courts
  arrest: { nouns: 'arrest detention', verbs: 'arrest detain apprehend take_into_custody' },
  release: { nouns: 'release freeing', verbs: 'release free walk_free' },
  charge: {
    nouns: 'charge indictment prosecution criminal_proceeding proceeding',
    verbs: 'charge indict prosecute bring_charge press_charge',
    kin: 'complaint',
  },
  complaint: {
    nouns: 'complaint criminal_complaint petition',
    verbs:
      'file_a_complaint lodge_a_complaint file_suit go_to_prosecutor go_to_court take_to_court go_to_the_police report_to_the_police',
    done: 'file lodge submit',
    kin: 'charge lawsuit',
  },
  plea: { nouns: 'plea guilty_plea', verbs: 'plead' },
  trial: {
    nouns: 'trial court_case',
    verbs: 'stand_trial go_on_trial go_to_trial come_to_trial face_trial',
    done: 'adjourn',
    cancelled: 'dismiss throw_out drop',
    kin: 'hearing',
  },
  testimony: {
    nouns: 'testimony deposition',
    verbs: 'testify give_evidence take_the_stand',
    kin: 'hearing trial',
  },
  hearing: { nouns: 'hearing argument oral_argument arraignment', verbs: 'appear_in_court', kin: 'trial' },
  ruling: {
    nouns: 'ruling verdict judgment judgement decision opinion',
    verbs:
      'rule decide convict acquit uphold overturn strike_down find_guilty invalidate throw_out side_with find_liable annul quash',
    done: 'hand_down deliver issue',
  },
  sentence: { nouns: 'sentence sentencing jail_term prison_term', verbs: 'sentence jail imprison' },
  appeal: { nouns: 'appeal', verbs: 'appeal' },
  lawsuit: { nouns: 'lawsuit suit legal_action legal_challenge', verbs: 'sue file_suit' },
  refund: { nouns: 'refund reimbursement repayment', verbs: 'refund reimburse repay' },
  extradition: { nouns: 'extradition deportation', verbs: 'extradite deport' },
  investigation: {
    nouns:
      'investigation inquiry enquiry probe inquest committee commission panel task_force review public_hearing fact-finding',
    verbs: 'investigate probe look_into',
    done: 'open launch',
    kin: 'hearing charge',
  },
  search: { nouns: 'search', verbs: 'search comb' },
  theft: { nouns: 'theft heist robbery burglary', verbs: 'steal rob' },

  // Politics and law
  election: {
    nouns: 'election vote poll ballot by-election runoff run-off referendum polling voting',
    verbs: 'vote elect go_to_the_poll cast_vote cast_ballot',
    kin: 'result',
  },
  result: { nouns: 'result outcome count tally turnout', verbs: 'concede win_the_election', done: 'declare' },
  nomination: { nouns: 'nomination candidacy pick bid_for_office', verbs: 'nominate name run_for' },
  appointment: {
    nouns: 'appointment swearing-in inauguration',
    verbs: 'appoint name inaugurate swear_in take_office take_over',
  },
  resignation: {
    nouns: 'resignation departure ouster exit',
    verbs:
      'resign quit step_down step_aside stand_down bow_out give_up_his_post give_up_her_post leave_office',
    kin: 'dismissal',
  },
  dismissal: {
    nouns: 'dismissal sacking firing removal',
    verbs: 'oust sack dismiss axe part_ways_with',
    kin: 'resignation',
  },
  suspension: {
    nouns: 'suspension',
    verbs: 'suspend',
    done: 'lift impose',
    kin: 'ban',
  },
  'no-confidence': {
    nouns: 'no-confidence_vote confidence_vote no-confidence_motion impeachment',
    verbs: 'impeach',
    kin: 'parliament-vote',
  },
  dissolution: { nouns: 'dissolution', verbs: 'dissolve' },
  coalition: {
    nouns: 'coalition government_formation coalition_talk',
    verbs: 'form_a_government form_government',
  },
  'parliament-vote': {
    nouns: 'vote passage adoption approval',
    verbs: 'pass adopt approve vote reject vote_down',
    kin: 'bill',
  },
  bill: {
    nouns: 'bill legislation law act reform budget spending_bill resolution',
    verbs: 'legislate enact',
    done: 'sign_into_law take_effect come_into_force pass',
    cancelled: 'vote_down reject veto',
    kin: 'parliament-vote',
  },
  shutdown: { nouns: 'shutdown government_shutdown', verbs: 'shut_down', done: 'reopen' },
  sanction: { nouns: 'sanction embargo blacklist', verbs: 'sanction blacklist', done: 'impose lift' },
  tariff: {
    nouns: 'tariff duty levy surcharge',
    verbs: 'levy',
    done: 'take_effect impose collect',
    cancelled: 'lift suspend',
  },
  ban: {
    nouns: 'ban prohibition moratorium restriction',
    verbs: 'ban prohibit outlaw bar banish restrict',
    done: 'impose lift ease',
    kin: 'suspension',
  },
  screening: {
    nouns: 'screening check inspection health_check temperature_check checkpoint',
    verbs: 'screen check inspect',
    cancelled: 'end scrap drop',
  },
  'travel-advice': {
    nouns: 'travel_advice travel_notice travel_advisory travel_warning advisory',
    verbs: 'advise_against',
  },
  downgrade: {
    nouns: 'downgrade upgrade credit_rating rating creditwatch',
    verbs: 'downgrade upgrade',
  },
  emergency: { nouns: 'state_of_emergency emergency martial_law curfew', verbs: 'declare_emergency' },
  deadline: { nouns: 'deadline ultimatum cutoff', verbs: 'expire', done: 'pass lapse', postponed: 'extend' },
  plan: {
    nouns: 'plan proposal draft blueprint framework roadmap',
    verbs: 'propose draft unveil',
    done: 'submit hand_over present publish unveil',
  },

  // Work
  strike: {
    nouns: 'strike walkout industrial_action stoppage work_stoppage picket lockout',
    verbs: 'walk_out walk_off go_on_strike down_tool stop_work strike',
    cancelled: 'avert suspend',
  },
  'pay-offer': {
    nouns: 'pay_offer offer pay_deal wage_offer contract_offer contract_proposal',
    verbs: 'offer',
    cancelled: 'withdraw take_back yank pull',
    kin: 'deal',
  },
  layoff: { nouns: 'layoff job_cut redundancy lay-off', verbs: 'lay_off cut_job shed_job' },
  protest: { nouns: 'protest demonstration rally march sit-in', verbs: 'protest demonstrate rally march' },

  // Business
  bid: {
    nouns: 'bid takeover_bid takeover_offer tender_offer offer',
    verbs: 'bid',
    done: 'raise sweeten lapse',
    cancelled: 'withdraw walk_away drop_out',
    postponed: 'keep_open prolong run_to',
    kin: 'merger',
  },
  merger: {
    nouns: 'merger acquisition takeover buyout purchase sale',
    verbs: 'merge acquire buy take_over sell',
    done: 'close complete',
    cancelled: 'walk_away_from abandon terminate pull_the_plug',
    kin: 'bid deal',
  },
  'shareholder-vote': {
    nouns: 'shareholder_vote shareholder_meeting investor_vote special_meeting',
    verbs: 'vote_in_favour',
    kin: 'merger',
  },
  approval: {
    nouns: 'approval clearance authorisation authorization go-ahead green_light licence license',
    verbs: 'approve clear authorise authorize greenlight license',
    cancelled: 'block',
  },
  listing: { nouns: 'listing ipo flotation public_offering', verbs: 'list float go_public' },
  'share-sale': {
    nouns:
      'share_sale stock_sale share_offering stock_offering rights_issue capital_increase capital_raise offering',
    verbs: 'raise_capital raise_new_capital raise_fund sell_share sell_stock issue_share',
  },
  earnings: { nouns: 'earnings quarterly_result annual_result', verbs: 'report_earnings' },
  'rate-decision': {
    nouns: 'rate_decision rate_cut rate_rise rate_hike policy_meeting',
    verbs: 'cut_rate raise_rate',
  },
  product: {
    nouns: 'release rollout_of launch debut premiere',
    verbs: 'launch release unveil debut premiere',
  },
  recall: { nouns: 'recall', verbs: 'recall' },
  outage: { nouns: 'outage blackout power_cut', verbs: 'go_down', done: 'restore' },
  bankruptcy: {
    nouns: 'bankruptcy insolvency administration liquidation',
    verbs: 'go_bust file_for_bankruptcy',
  },
  contract: { nouns: 'contract order', verbs: 'award' },

  // Disaster and rescue
  fire: {
    nouns: 'fire blaze wildfire inferno',
    verbs: 'burn',
    done: 'extinguish put_out contain douse be_out bring_under_control',
  },
  rescue: {
    nouns: 'rescue rescue_operation search_and_rescue rescue_effort search_and_rescue_operation',
    verbs: 'rescue pull_alive',
    done: 'call_off wind_down',
  },
  evacuation: { nouns: 'evacuation', verbs: 'evacuate', done: 'return_home lift' },
  storm: { nouns: 'landfall hurricane typhoon cyclone storm', verbs: 'make_landfall' },
  flood: { nouns: 'flood flooding', verbs: 'flood', done: 'recede' },
  quake: { nouns: 'earthquake quake aftershock tremor', verbs: 'quake' },
  crash: { nouns: 'crash collision derailment accident', verbs: 'crash collide derail' },
  funeral: { nouns: 'funeral memorial burial memorial_service vigil', verbs: 'bury mourn' },
  mourning: { nouns: 'mourning', verbs: 'mourn' },
  reopening: { nouns: 'reopening resumption', verbs: 'reopen resume', kin: 'closure' },
  closure: { nouns: 'closure closing', verbs: 'close shut shut_down', kin: 'reopening' },
  repair: { nouns: 'repair reconstruction rebuilding restoration', verbs: 'repair rebuild restore fix' },
  aid: { nouns: 'aid relief compensation', verbs: 'compensate' },

  // Science, space, health
  launch: {
    nouns: 'launch liftoff lift-off blast-off launch_attempt launch_date mission flight',
    verbs: 'launch lift_off blast_off fly',
    cancelled: 'scrub',
    postponed: 'scrub',
  },
  rollout: { nouns: 'rollout roll-out', verbs: 'roll_out', done: 'reach arrive' },
  rollback: { nouns: 'rollback roll-back return_to_the_hangar', verbs: 'roll_back' },
  rehearsal: {
    nouns:
      'rehearsal dress_rehearsal wet_dress_rehearsal fuelling_test fueling_test fuelling fueling tanking_test',
    verbs: 'rehearse fuel',
  },
  flyby: { nouns: 'flyby fly-by lunar_flyby', verbs: 'fly_around fly_past swing_around loop_around' },
  splashdown: {
    nouns: 'splashdown return_to_earth re-entry landing touchdown',
    verbs: 'splash_down return_to_earth land touch_down',
  },
  docking: { nouns: 'docking', verbs: 'dock undock' },
  quarantine: { nouns: 'quarantine', verbs: 'quarantine isolate' },
  'readiness-review': { nouns: 'flight_readiness_review readiness_review', verbs: 'clear_for_flight' },
  test: { nouns: 'test trial_run experiment exercise drill', verbs: 'test' },
  'clinical-trial': {
    nouns: 'clinical_trial vaccine_trial drug_trial trial study trial_result',
    verbs: 'enrol',
    kin: 'vaccination',
  },
  vaccination: {
    nouns: 'vaccination vaccine_rollout immunisation immunization inoculation jab',
    verbs: 'vaccinate inoculate roll_out_vaccine',
    kin: 'clinical-trial',
  },
  outbreak: { nouns: 'outbreak epidemic pandemic', verbs: 'break_out', done: 'declare_over contain be_over' },
  discharge: { nouns: 'discharge', verbs: 'discharge leave_hospital' },
  surgery: { nouns: 'surgery operation', verbs: 'operate_on' },
  report: { nouns: 'report findings autopsy dossier', verbs: 'publish', kin: 'investigation' },

  // Sport and culture
  match: {
    nouns: 'match final semi-final fixture game derby race kick-off kickoff',
    verbs: 'play face beat defeat draw_with lose_to thrash win_at',
  },
  transfer: { nouns: 'transfer signing move loan', verbs: 'sign join' },
  tournament: { nouns: 'tournament championship cup games olympics', verbs: 'compete' },
  concert: { nouns: 'concert gig show performance tour festival', verbs: 'perform' },
  award: { nouns: 'award prize ceremony', verbs: 'win_the_prize' },
  auction: { nouns: 'auction', verbs: 'auction' },
  exhibition: { nouns: 'exhibition', verbs: 'exhibit' },
  wedding: { nouns: 'wedding marriage', verbs: 'marry wed' },
} as const satisfies Record<string, Lifecycle>;
