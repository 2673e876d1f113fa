// The page of the playground: a note on one side, what mdfollow makes of it on the other.
const place = document.getElementById("try-it")
const part = (name) => place.querySelector(`[data-part="${name}"]`)

const day = () => {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10)
}

const example = (today) => `---
company: Northlight Robotics
role: Platform Engineer
interview_date: ${today}
format: video
decision: 2 weeks
interviewers:
  - name: Dana Kim
    role: hiring manager
    learned: on-call moves to the product teams in spring
  - Sam Roe (recruiter)
skills:
  - ran the pager hand-over between two teams
---
They were kind. The test rig stands in the next room.
`

let worker
let waiting
let result

function say(words) {
  part("state").textContent = words
}

function ask() {
  worker.postMessage({
    note: part("note").value,
    today: part("today").value || day(),
    dialect: part("dialect").value,
  })
}

function askSoon() {
  clearTimeout(waiting)
  waiting = setTimeout(ask, 300)
}

function show(found) {
  result = found
  const lines = found.lines.map(([text, isNew]) => {
    const line = document.createElement("span")
    line.textContent = text + "\n"
    if (isNew) line.className = "new"
    return line
  })
  part("after").replaceChildren(...lines)
  part("plan").textContent = found.plan
  part("check").textContent = found.check || "Nothing to improve."
  place.dataset.ready = "yes"
  say("")
}

function unable(why) {
  part("start").hidden = false
  const served = location.protocol.startsWith("http")
  say(
    served
      ? `The playground could not start here (${why}). Installed, mdfollow runs without a browser.`
      : "The playground needs a page that comes from a server: python -m http.server in this " +
          "folder, then open localhost:8000.",
  )
}

function start() {
  part("start").hidden = true
  part("tool").hidden = false
  try {
    worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" })
  } catch (error) {
    unable(error)
    return
  }
  worker.onerror = (event) => unable(event.message || "its files are not part of this site")
  worker.onmessage = ({ data }) => {
    if (data.result) show(data.result)
    else if (data.unable) unable(data.unable)
    else if (data.failed) say(`This note could not be planned: ${data.failed}`)
    else if (data.state === "ready") ask()
    else say(data.state)
  }
}

part("today").value = day()
part("note").value = example(day())
part("start").addEventListener("click", start)
part("note").addEventListener("input", askSoon)
part("today").addEventListener("input", askSoon)
part("dialect").addEventListener("input", askSoon)
part("take").addEventListener("click", () => {
  if (!result) return
  part("note").value = result.note
  ask()
})
if (location.hash === "#start") start()
