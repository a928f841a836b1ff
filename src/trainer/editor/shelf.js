// Where the trainer's page keeps what was not saved: one record a file, in a database of this site, and the folder that the files came from.

const open = () =>
  new Promise((resolve, reject) => {
    const asked = indexedDB.open("plenary trainer", 1);
    asked.onupgradeneeded = () => ["files", "folder"].forEach((name) => asked.result.createObjectStore(name));
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });

const within = async (store, mode, work) => {
  const database = await open();
  try {
    const transaction = database.transaction(store, mode);
    const asked = work(transaction.objectStore(store));
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
    return asked?.result;
  } finally {
    database.close();
  }
};

/** Keeps a file: its text, and the text that was saved last (null where it never was). */
export const keepFile = (path, text, saved) => within("files", "readwrite", (files) => files.put([text, saved], path));

/** Everything that is kept: `[path, text, saved]` each. */
export async function keptFiles() {
  const paths = await within("files", "readonly", (files) => files.getAllKeys());
  const values = await within("files", "readonly", (files) => files.getAll());
  return paths.map((path, place) => [path, ...values[place]]);
}

/** Keeps the folder, a handle of the browser, or forgets it (null). */
export const keepFolder = (folder) => within("folder", "readwrite", (store) => (folder ? store.put(folder, "folder") : store.delete("folder")));

export const keptFolder = () => within("folder", "readonly", (store) => store.get("folder"));

/** Keeps the path of the file in the editor. */
export const keepOpen = (path) => within("folder", "readwrite", (store) => store.put(path, "open"));

export const keptOpen = () => within("folder", "readonly", (store) => store.get("open"));

/** Forgets every file and the folder. */
export async function forget() {
  await within("files", "readwrite", (files) => files.clear());
  await within("folder", "readwrite", (folder) => folder.clear());
}
