/** First bytes of file formats, as lower-case hex. */
export const MAGIC = {
  gzip: "1f8b08",
  zip: "504b0304",
  bzip2: "425a68",
  xz: "fd377a585a00",
  sevenZip: "377abcaf271c",
  rar: "526172211a07",
  zstd: "28b52ffd",
  sqlite: "53514c69746520666f726d61742033",
  mssqlTape: "54415045",
  redis: "5245444953",
  elf: "7f454c46",
  javaHeap: "4a4156412050524f46494c45",
  dsStore: "0000000142756431",
  postgresCustom: "5047444d50",
} as const;

/** Every archive and compression format that a site is packed in. */
export const ARCHIVES: readonly string[] = [
  MAGIC.zip,
  MAGIC.gzip,
  MAGIC.bzip2,
  MAGIC.xz,
  MAGIC.sevenZip,
  MAGIC.rar,
  MAGIC.zstd,
];

/** A settings file of the .env family: well-known names, or any name that ends like a secret. */
export const dotenvLines: readonly RegExp[] = [
  /^(?:export[ \t]+)?(?:APP_(?:KEY|ENV|SECRET|DEBUG|URL)|DB_(?:HOST|NAME|USER|PASSWORD|USERNAME|DATABASE|CONNECTION)|DATABASE_URL|MAILER_(?:DSN|URL)|MAIL_(?:HOST|PASSWORD)|AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY)|STRIPE_[A-Z_]+|PAYPAL_[A-Z_]+|MOLLIE_[A-Z_]+|ADYEN_[A-Z_]+|BRAINTREE_[A-Z_]+|REDIS_(?:HOST|URL|PASSWORD)|JWT_(?:SECRET|PASSPHRASE)|INSTANCE_ID|OPENSEARCH_URL|MEDUSA_[A-Z_]+|SECRET_KEY(?:_BASE)?)[ \t]*=/im,
  /^(?:export[ \t]+)?[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_(?:PASSWORD|PASSWD|SECRET|SECRET_KEY|API_KEY|PRIVATE_KEY|TOKEN|DSN)[ \t]*=[ \t]*[^\s]/m,
];

/** The head of an SQL export, or its statements. */
export const sqlDump: readonly RegExp[] = [
  /^[ \t]*(?:--|#|\/\*!?\d*)\s*(?:MySQL dump|MariaDB dump|phpMyAdmin SQL Dump|PostgreSQL database dump|Adminer [\d.]+|Host: )/im,
  /^[ \t]*(?:CREATE TABLE|DROP TABLE(?: IF EXISTS)?|INSERT INTO|LOCK TABLES|CREATE DATABASE)\s+(?:IF NOT EXISTS\s+)?[`"[]?\w/im,
];

/**
 * The header row of a table of customers or orders, in English, French, German, Spanish or Italian: an e-mail column, a second
 * personal column and a separator.
 */
export const customerTable: readonly RegExp[] = [
  /^[^\n<]{0,800}(?:e-?mail|courriel|correo|billing_email)[^\n<]{0,800}\r?\n/i,
  /^[^\n<]{0,1500}(?:first[ _]?name|last[ _]?name|pr(?:e|\xe9|\xc3\xa9)nom|\bnom\b|vorname|nachname|nombre|apellido|cognome|t(?:e|\xe9|\xc3\xa9)l(?:e|\xe9|\xc3\xa9)phone|phone|street|address|adresse|direcci|indirizzo|post_?code|code[ _]postal|\bville\b|\bzip\b|iban|\brib\b|birth|naissance|\bdob\b|billing_|shipping_|grand_total|order[ _]?id|commande)/i,
  /^[^\n<;,\t|]{0,400}[;,\t|]/,
];

/** Patterns that several probes share. */
export const pattern = {
  prestashopName: /PrestaShop/im,
  composerPackages: /"packages"\s*:\s*\[/im,
  pmaUser: /name="pma_username"/im,
  pmaTheme: /\/pmahomme\//im,
  adminerTitle: /<title>[^<]*Adminer<\/title>/im,
  adminerLink: /adminer\.org[^>]*>\s*Adminer<\/a>/im,
  adminerHeading: /id='h1'>\s*Adminer/im,
  phpinfoTitle: /<title>(?:PHP [\d.]+ - )?phpinfo\(\)<\/title>|>PHP Version /im,
  phpinfoBody: /(?:Loaded Configuration File|PHP License|Configuration File \(php\.ini\) Path)/im,
  phpunitLauncher: /^#!\/usr\/bin\/env php[\s\S]{0,200}<\?php[\s\S]{0,1500}PHPUnit/,
  phpErrorLine:
    /^\[\d{2}-[A-Z][a-z]{2}-\d{4} [\d:]{8}[^\]]*\] PHP (?:Warning|Fatal error|Notice|Deprecated|Parse error|Recoverable)/m,
  serverErrorLine: /^\[?[A-Z0-9][^\n]{0,40}\]? ?\[(?:[a-z_]+:)?(?:error|warn|notice|crit)\] ?(?:\[pid )?\d+/m,
  phpOpen: /<\?php\b/im,
  dbPasswordDefine: /define\(\s*['"]DB_PASSWORD['"]/im,
  privateKeyBlock: /-----BEGIN (?:RSA |EC |DSA |OPENSSH |ENCRYPTED )?PRIVATE KEY-----/im,
  gitSection: /^[ \t]*\[core\]/im,
  gitSetting: /^[ \t]*(?:repositoryformatversion|filemode|bare)\s*=/im,
} as const;
