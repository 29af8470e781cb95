(() => {
  const live = document.getElementById("live");
  const form = document.getElementById("reply");
  const clocks = () => {
    for (const time of document.querySelectorAll("time")) {
      time.textContent = new Date(time.dateTime).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
    }
  };
  const show = (html) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    live.replaceChildren(...page.getElementById("live").childNodes);
    form.action = page.getElementById("reply").getAttribute("action");
    clocks();
  };
  let busy = false;
  let again = false;
  const refresh = async () => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    do {
      again = false;
      try {
        const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
        if (answer.ok) {
          show(await answer.text());
        }
      } catch {
        // The next sign of life brings what is missing.
      }
    } while (again);
    busy = false;
  };
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const fields = new URLSearchParams(new FormData(form, event.submitter));
    const buttons = form.querySelectorAll("button");
    buttons.forEach((button) => { button.disabled = true; });
    try {
      const answer = await fetch(form.action, { method: "POST", body: fields, headers: { Accept: "text/html" } });
      if (answer.redirected && new URL(answer.url).pathname !== location.pathname) {
        location.assign(answer.url);
      } else if (answer.ok) {
        show(await answer.text());
        form.elements.body.value = "";
      }
      form.elements.body.setAttribute("aria-invalid", String(!answer.ok));
    } catch {
      form.elements.body.setAttribute("aria-invalid", "true");
    }
    buttons.forEach((button) => { button.disabled = false; });
    form.elements.body.focus();
  });
  const events = new EventSource(location.pathname + "/stream");
  events.onmessage = refresh;
  events.onopen = () => { document.getElementById("still").hidden = true; };
  events.onerror = () => { document.getElementById("still").hidden = false; };
  // What is worked on together with other requests is told there, and not here.
  setInterval(() => {
    if (document.visibilityState === "visible") {
      refresh();
    }
  }, 60000);
  clocks();
})();
