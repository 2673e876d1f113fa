// Runs mdfollow's core away from the page, so that typing never waits for it. Everything it loads
// lies beside this file, and nothing is sent anywhere.
import { loadPyodide } from "./pyodide/pyodide.mjs"

const here = new URL("./", import.meta.url)

async function whole(name) {
  const answer = await fetch(new URL(name, here))
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
  return answer
}

async function start() {
  self.postMessage({ state: "Loading Python …" })
  const python = await loadPyodide({ indexURL: new URL("pyodide/", here).href })
  self.postMessage({ state: "Loading mdfollow …" })
  python.unpackArchive(await (await whole("mdfollow.zip")).arrayBuffer(), "zip")
  python.runPython(await (await whole("plan.py")).text())
  const planned = python.globals.get("planned")
  self.onmessage = ({ data: { note, today, dialect } }) => {
    try {
      self.postMessage({ result: JSON.parse(planned(note, today, dialect)) })
    } catch (error) {
      self.postMessage({ failed: String(error) })
    }
  }
  self.postMessage({ state: "ready" })
}

start().catch((error) => self.postMessage({ unable: String(error) }))
