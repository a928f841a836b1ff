// Files of the trainer's disk. Where the browser lets a page open a folder its files are read and written in place; elsewhere files are chosen one by one.

const LARGEST = 8 * 1024 * 1024;
const MOST = 5000;

const isAuthored = (name) => /\.(toml|md)$/.test(name) && !name.startsWith(".");

/** Whether the browser lets a page open a folder. */
export const opensFolders = () => "showDirectoryPicker" in globalThis;

/** Asks for a folder and reads what an author wrote in it: `{ folder, files: [[path, text]], left: [[path, reason]] }`; null where nothing was chosen. */
export async function openFolder() {
  try {
    return await readFolder(await showDirectoryPicker({ id: "plenary", mode: "readwrite" }));
  } catch (fault) {
    if (fault.name === "AbortError") return null;
    throw fault;
  }
}

/** Reads a folder again. */
export async function readFolder(folder) {
  const found = { folder, files: [], left: [] };
  const walk = async (handle, prefix) => {
    for await (const [name, entry] of handle.entries()) {
      const path = prefix + name;
      if (name.startsWith(".")) continue;
      if (entry.kind === "directory") {
        // What is beside an author's folders, such as a built site, is none of ours.
        if (prefix || ["courses", "questions"].includes(name)) await walk(entry, `${path}/`);
      } else if (isAuthored(name) && !isFull(found, path)) await read(await entry.getFile(), path, found);
    }
  };
  await walk(folder, "");
  return found;
}

/** Reads files that were chosen or dropped: the same without a folder. */
export async function readFiles(list) {
  const found = { folder: null, files: [], left: [] };
  for (const file of list) {
    const path = file.webkitRelativePath || file.name;
    if (isAuthored(file.name) && !isFull(found, path)) await read(file, path, found);
  }
  return found;
}

// Whether no more is read; what was the first to be left says why.
function isFull(found, path) {
  const full = found.files.length >= MOST;
  if (full && !found.full) found.left.push([path, `${MOST} files were read, and neither this one nor any after it`]);
  found.full ||= full;
  return full;
}

async function read(file, path, found) {
  if (file.size > LARGEST) return found.left.push([path, "too large"]);
  try {
    found.files.push([path, new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer())]);
  } catch {
    found.left.push([path, "not UTF-8"]);
  }
}

/** Writes a file of a folder in place. Asks for permission where that is needed; throws where it is not given. */
export async function save(folder, path, text) {
  if ((await folder.requestPermission({ mode: "readwrite" })) !== "granted") throw new Error("no permission");
  const parts = path.split("/");
  const name = parts.pop();
  let home = folder;
  for (const part of parts) home = await home.getDirectoryHandle(part, { create: true });
  const stream = await (await home.getFileHandle(name, { create: true })).createWritable();
  await stream.write(text);
  await stream.close();
}
