import type { LocalText } from "../../core/text.ts";

/** Where lines go. */
export const PLACES = {
  "nginx-server": {
    en: "nginx, in the site's server block (and in every location that has an add_header line of its own)",
    fr: "nginx, dans le bloc server du site (et dans chaque location qui contient déjà une ligne add_header)",
  },
  "nginx-http": { en: "nginx, in the http block", fr: "nginx, dans le bloc http" },
  "nginx-own-server": { en: "nginx, as a server block of its own", fr: "nginx, comme bloc server à part" },
  "apache-site": {
    en: "Apache, in the site's VirtualHost or in .htaccess (module headers)",
    fr: "Apache, dans le VirtualHost du site ou dans .htaccess (module headers)",
  },
  "apache-rewrite": {
    en: "Apache, in the site's VirtualHost on port 80 or at the top of .htaccess (module rewrite)",
    fr: "Apache, dans le VirtualHost du site sur le port 80 ou en tête de .htaccess (module rewrite)",
  },
  "apache-vhost": { en: "Apache, in the site's VirtualHost", fr: "Apache, dans le VirtualHost du site" },
  "apache-main": {
    en: "Apache, in the main configuration (not in .htaccess)",
    fr: "Apache, dans la configuration principale (pas dans .htaccess)",
  },
  "caddy-site": { en: "Caddyfile, in the site's block", fr: "Caddyfile, dans le bloc du site" },
  "caddy-own-site": { en: "Caddyfile, as a block of its own", fr: "Caddyfile, comme bloc à part" },
  "php-ini": { en: "php.ini", fr: "php.ini" },
  "php-wordpress": {
    en: "WordPress, in a small plugin of your own (wp-content/mu-plugins/security-headers.php)",
    fr: "WordPress, dans une petite extension à vous (wp-content/mu-plugins/security-headers.php)",
  },
  "sshd-config": {
    en: "/etc/ssh/sshd_config, in the place of any line of the same name",
    fr: "/etc/ssh/sshd_config, à la place de toute ligne du même nom",
  },
  "shell-host": { en: "shell, on the server", fr: "ligne de commande, sur le serveur" },
  "dns-zone": {
    en: "DNS zone, at your domain's registrar or host",
    fr: "zone DNS, chez votre bureau d'enregistrement ou hébergeur",
  },
} as const satisfies Readonly<Record<string, LocalText>>;

export type Place = keyof typeof PLACES;

/** Lines for one kind of server, and where they go. */
export interface ServerLines {
  readonly place: Place;
  readonly lines: readonly string[];
}
