/** Probes of pages that a developer needs and a live shop must not show; the other pages of their family tell of the server. */
export const DEBUG: ReadonlySet<string> = new Set([
  "tool-phpinfo",
  "tool-phpinfo-more",
  "tool-opcache",
  "debug-symfony-profiler",
  "debug-laravel",
  "debug-rails",
  "debug-dotnet",
  "debug-sourcemap",
  "drupal-update",
  "wp-repair",
]);
