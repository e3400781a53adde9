/** A question as a person would type it, with what must be among the first three hits. */
export interface GoldenQuery {
  query: string;
  /** Ends of addresses below `/designs/`; each alternative is enough where they say the same. */
  anyOf: readonly string[];
}

const sections = {
  spoken: {
    requirements: 'spoken/#3-requirements',
    api: 'spoken/#4-high-level-api-external',
    data: 'spoken/#5-data-model--storage',
    deep: 'spoken/#7-detailed-component-design',
    capacity: 'spoken/#8-capacity--scaling-math-show-your-work',
    reliability: 'spoken/#9-reliability--resilience',
    security: 'spoken/#10-security-privacy-and-abuse-prevention',
    cost: 'spoken/#12-cost--trade-offs',
    evolution: 'spoken/#13-evolution--roadmap',
    rapid: 'spoken/#15-mock-interviewer-qa-rapid-fire',
  },
  architect: {
    capacity: 'architect/#2-capacity-estimation',
    deep: 'architect/#4-component-deep-dive',
    data: 'architect/#5-data-model',
    tradeoffs: 'architect/#6-trade-offs-and-alternatives',
    failures: 'architect/#7-failure-modes',
  },
  story: { data: 'story/#4-define-the-data-model-and-contracts' },
  dossier: {
    capacity: 'dossier/02-capacity-estimation/#step-2-capacity-estimation-back-of-envelope',
    api: 'dossier/03-api-schema-design/#step-3-api-design',
    data: 'dossier/04-data-model-architecture/#step-4-data-model--storage',
    async: 'dossier/05a-production-deep-dives-core/#step-6-async-messaging--event-flow',
    caching: 'dossier/05a-production-deep-dives-core/#step-7-caching-redis--cache-flow-simulation',
    scaling: 'dossier/05b-production-deep-dives-ops/#step-9-scaling--reliability',
    monitoring: 'dossier/05b-production-deep-dives-ops/#step-10-monitoring--observability',
    security: 'dossier/05b-production-deep-dives-ops/#step-11-security-considerations',
    cost: 'dossier/05b-production-deep-dives-ops/#step-13-cost-analysis',
    grilling: 'dossier/06-interview-grilling/#step-14-tradeoffs--interview-questions-with-answers',
    failures: 'dossier/06-interview-grilling/#step-15-failure-scenarios--resilience-detailed',
  },
} as const;
const { spoken, architect, story, dossier } = sections;

/** One query with addresses below one problem. */
function ask(problem: string, query: string, ...ends: string[]): GoldenQuery {
  return { query, anyOf: ends.map((end) => `${problem}/${end}`) };
}

/** Ranking is tuned on these. */
export const tuned: readonly GoldenQuery[] = [
  ask('url-shortener', '301 or 302 redirect', '#decision-redirect-status', spoken.rapid),
  ask(
    'url-shortener',
    'how are short codes generated without collisions',
    '#decision-code-generation',
  ),
  ask(
    'url-shortener',
    'why not just hash the url',
    '#decision-code-generation',
    spoken.rapid,
    dossier.grilling,
  ),
  ask('url-shortener', 'take down a phishing link', '#decision-takedown'),
  ask('url-shortener', 'partition key for click events', '#decision-click-key', dossier.async),
  ask('url-shortener', 'where are clicks counted clickhouse', '#decision-count-store'),
  ask('url-shortener', 'stop scanners guessing codes', '#decision-code-length'),
  ask('url-shortener', 'custom alias conflict two regions', '#decision-write-home'),
  ask(
    'url-shortener',
    'url shortener data model',
    spoken.data,
    architect.data,
    dossier.data,
    story.data,
    'note/#-4-data-model',
  ),
  ask(
    'url-shortener',
    'url shortener back of envelope',
    dossier.capacity,
    spoken.capacity,
    architect.capacity,
  ),
  ask('rate-limiter', 'token bucket vs sliding window', '#decision-algorithm', dossier.grilling),
  ask(
    'rate-limiter',
    'redis down fail open or closed',
    '#decision-failure-mode',
    architect.failures,
  ),
  ask('rate-limiter', 'atomic lua script check and debit', '#decision-atomicity'),
  ask('rate-limiter', 'clock skew between gateways', '#decision-clock', spoken.rapid),
  ask('rate-limiter', 'one customer floods a shard hot key', '#decision-hot-keys'),
  ask('rate-limiter', '429 retry-after header', '#decision-rejection', spoken.api, dossier.api),
  ask('rate-limiter', 'global rate limit across regions', '#decision-regions'),
  ask('rate-limiter', 'limit by ip or api key', '#decision-identity'),
  ask('rate-limiter', 'monthly quota', '#decision-quotas'),
  ask(
    'news-feed',
    'fan-out on write or fan-out on read',
    '#decision-push-most',
    '#hard-parts',
    dossier.capacity,
  ),
  ask('news-feed', 'celebrity with millions of followers', '#decision-pull-big'),
  ask('news-feed', 'pagination of a ranked feed', '#decision-snapshot'),
  ask(
    'news-feed',
    'deleted post still in timelines',
    '#decision-hints',
    '#decision-versioned-cache',
  ),
  ask('news-feed', 'who follows whom graph storage', '#decision-graph-two-ways'),
  ask('news-feed', 'websocket for new posts', '#decision-poll-for-new', spoken.rapid),
  ask('news-feed', 'timeline memory inactive users', '#decision-live-only'),
  ask('chat', 'message ordering in a conversation', '#decision-ordering'),
  ask('chat', 'online presence last seen', '#decision-presence'),
  ask('chat', 'group message fan out', '#decision-group-fan-out'),
  ask('chat', 'sender keys end-to-end encryption group', '#decision-group-encryption'),
  ask('chat', 'read receipts large group', '#decision-large-group-receipts', '#decision-receipts'),
  ask('chat', 'find the gateway a device is connected to', '#decision-routing'),
  ask('chat', 'offline message inbox store', '#decision-inbox-store'),
  ask('chat', 'websocket or long polling', '#decision-transport'),
  ask(
    'ticket-booking',
    'prevent double booking of a seat',
    '#decision-inventory-authority',
    spoken.rapid,
  ),
  ask('ticket-booking', 'virtual waiting room', '#decision-waiting-room'),
  ask('ticket-booking', 'hold expires during payment', '#decision-expiry-in-flight'),
  ask('ticket-booking', 'charge before or after seat is sold', '#decision-payment-order'),
  ask('ticket-booking', 'scalper bots', '#decision-bots'),
  ask(
    'ticket-booking',
    'lottery instead of first come first served',
    '#decision-queue-order',
    spoken.rapid,
  ),
  ask(
    'ticket-booking',
    'which shard key for ticket booking',
    '#decision-sharding',
    spoken.data,
    architect.data,
    dossier.data,
  ),
  ask('ride-hailing', 'find nearby drivers geo index', '#decision-geo-index'),
  ask('ride-hailing', 'h3 vs geohash', '#decision-geo-index', dossier.grilling),
  ask('ride-hailing', 'surge pricing', '#decision-surge'),
  ask('ride-hailing', 'driver location updates frequency', '#decision-ping-interval'),
  ask('ride-hailing', 'no driver offered twice', '#decision-offer-guard', '#hard-parts'),
  ask('ride-hailing', 'trip state machine crash', '#decision-trip-machine'),
  ask('ride-hailing', 'batch matching', '#decision-batch-matching'),
];

/** Kept apart: ranking is never tuned on these. */
export const heldApart: readonly GoldenQuery[] = [
  ask(
    'url-shortener',
    'cdn edge cache for redirects',
    '#decision-edge',
    '#decision-redirect-status',
  ),
  ask(
    'url-shortener',
    'why dynamodb instead of postgres',
    '#decision-link-store',
    dossier.grilling,
  ),
  ask(
    'url-shortener',
    'count each click exactly once',
    '#decision-count-store',
    '#decision-click-key',
    '#decision-click-path',
  ),
  ask('url-shortener', 'scan links for malware', '#decision-abuse-check', dossier.security),
  ask('rate-limiter', 'library or separate service', '#decision-placement'),
  ask('rate-limiter', 'how do new limits reach the gateways', '#decision-distribution'),
  ask(
    'rate-limiter',
    'backend overload although everyone is within the limit',
    '#decision-fleet',
    spoken.rapid,
  ),
  ask('rate-limiter', 'rate limiter cost per month', dossier.cost, spoken.cost),
  ask('news-feed', 'when is ranking done', '#decision-rank-on-read'),
  ask(
    'news-feed',
    'redis list or sorted set for timelines',
    '#decision-ids-in-lists',
    spoken.rapid,
  ),
  ask('news-feed', 'lose a region timeline rebuild', '#decision-two-regions'),
  ask('news-feed', 'news feed api endpoints', spoken.api, dossier.api, 'note/#-5-api-design'),
  ask('chat', 'sync several devices of one user', '#decision-multi-device'),
  ask('chat', 'what metadata can the server see', '#decision-metadata'),
  ask(
    'chat',
    'chat qps estimation',
    dossier.capacity,
    spoken.capacity,
    architect.capacity,
    'note/#3-capacity-planning--back-of-envelope-calculations',
  ),
  ask('ticket-booking', 'seat map availability updates', '#decision-seat-map'),
  ask('ticket-booking', 'best available seats general admission', '#decision-best-available'),
  ask('ticket-booking', 'how fast to let people in from the queue', '#decision-admission-rate'),
  ask('ride-hailing', 'eta computation', '#decision-eta'),
  ask('ride-hailing', 'region failure of a market', '#decision-regions'),
];
