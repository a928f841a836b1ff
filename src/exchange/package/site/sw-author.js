// Part of a site that its author is working on: takes away the worker that a published site once left at this address, with
// what it kept, so that nothing stands between a change and the page.
"use strict";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const folder = new URL(self.registration.scope).pathname;
  const own = ["pages", "files", "kept"].map((what) => `plenary ${what} ${folder}`);
  await Promise.all(own.map((name) => caches.delete(name)));
  await self.registration.unregister();
}
