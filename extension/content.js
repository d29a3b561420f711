// Made by `npm run join` of start.js and its modules: change those, not this file.
"use strict";
(() => {
  // lib/host.js
  function hostOf(origin) {
    const { protocol, hostname } = new URL(origin);
    return `${protocol}//${hostname}`;
  }

  // lib/texts.js
  function text(key, ...values) {
    const message = chrome.i18n.getMessage(key, values.map(String));
    if (!message) throw new Error(`No message ${key}`);
    return message;
  }
  function word(family, value) {
    return text(`${family}_${value.replaceAll("-", "_")}`);
  }
  function dayText(isoDate) {
    return isoDate.split("-").reverse().join(".");
  }
  function momentText(isoMoment) {
    const shape = (
      /** @type {const} */
      { dateStyle: "short", timeStyle: "short" }
    );
    return new Intl.DateTimeFormat(text("language"), shape).format(new Date(isoMoment));
  }
  function signedText(value) {
    const shape = (
      /** @type {const} */
      { signDisplay: "exceptZero", minimumFractionDigits: 1, maximumFractionDigits: 1 }
    );
    return new Intl.NumberFormat(text("language"), shape).format(value).replace("-", "−");
  }

  // lib/messages.js
  var ProblemError = class extends Error {
    /** @param {Problem} problem */
    constructor({ code, message, hint }) {
      super(message);
      this.code = code;
      this.hint = hint;
    }
  };
  async function ask(command, payload, signal) {
    signal.throwIfAborted();
    const answer = await send({ command, payload }, signal);
    signal.throwIfAborted();
    if (answer.problem) throw new ProblemError(answer.problem);
    return answer.result;
  }
  async function send(message, signal) {
    try {
      return await sendBesideLifeline(message, signal);
    } catch {
      throw new ProblemError({
        code: "internal",
        message: word("problem", "internal"),
        hint: word("problem_hint", "internal")
      });
    }
  }
  async function sendBesideLifeline(message, signal) {
    const request = crypto.getRandomValues(new Uint32Array(4)).join("-");
    const lifeline = chrome.runtime.connect({ name: request });
    const letGo = () => lifeline.disconnect();
    signal.addEventListener("abort", letGo, { once: true });
    try {
      return await chrome.runtime.sendMessage({ ...message, request });
    } finally {
      signal.removeEventListener("abort", letGo);
      letGo();
    }
  }
  function isOrphaned() {
    return chrome.runtime?.id === void 0;
  }

  // lib/observe.js
  var QUIET_MS = 60;
  function observe(target, onChange, signal) {
    let timer;
    let pending = false;
    let changedAt = 0;
    const rest = () => {
      timer = void 0;
      if (pending) tell();
    };
    const tell = () => {
      pending = false;
      timer = self.setTimeout(rest, QUIET_MS);
      onChange(changedAt);
      observer.takeRecords();
    };
    const observer = new MutationObserver(() => {
      changedAt = performance.now();
      if (timer === void 0) tell();
      else pending = true;
    });
    observer.observe(target, { subtree: true, childList: true, characterData: true });
    signal.addEventListener("abort", () => {
      observer.disconnect();
      clearTimeout(timer);
    });
  }

  // lib/advice.js
  var KINDS = (
    /** @type {const} */
    [
      "delete",
      "undecided",
      "preliminary",
      "keep",
      "fix-dates",
      "not-duplicate"
    ]
  );
  function kindOf(account) {
    return isPreliminary(account) ? "preliminary" : account.advice;
  }
  function badgeOf(account) {
    return isPreliminary(account) ? `preliminary-${account.advice}` : account.advice;
  }
  function isPreliminary({ advice, confidence }) {
    return confidence === "low" && (advice === "delete" || advice === "keep");
  }
  function countOf(groups) {
    const accounts = groups.flatMap((group) => group.accounts).map((account) => kindOf(account));
    const pairs = KINDS.map((kind) => [kind, accounts.filter((found) => found === kind).length]);
    return {
      groups: groups.length,
      highRisk: groups.filter(({ risk }) => risk === "high").length,
      accounts: Object.fromEntries(pairs)
    };
  }

  // lib/cursor.js
  function createCursor(cells, signal) {
    let current = cells[0];
    current?.setAttribute("tabindex", "0");
    signal.addEventListener("abort", () => current?.removeAttribute("tabindex"));
    const moveTo = (cell) => {
      current?.removeAttribute("tabindex");
      current = cell;
      current.setAttribute("tabindex", "0");
    };
    const focus = (cell) => {
      moveTo(cell);
      cell.focus({ preventScroll: true });
      cell.scrollIntoView({ block: "center" });
    };
    const step = (by, wanted) => {
      let at = (current ? cells.indexOf(current) : -1) + by;
      for (let cell = cells[at]; cell; cell = cells[at += by]) {
        if (wanted(cell) && cell.checkVisibility()) return focus(cell);
      }
    };
    const leaveHidden = () => {
      const shown = current?.checkVisibility() ? current : cells.find((cell) => cell.checkVisibility());
      if (shown) moveTo(shown);
    };
    return { cells, current: () => current, focus, step, leaveHidden };
  }

  // lib/page.js
  function isAnalysed(page) {
    return page.state === "done" && page.analysis !== null;
  }
  function pageWith(given, signal) {
    const { marks = [], people = [] } = given;
    return {
      ...{ problem: null, analysis: null, rows: [], fields: /* @__PURE__ */ new Map(), retry: null },
      marks,
      people,
      cursor: createCursor([...new Set([...marks, ...people].map(({ cell }) => cell))], signal),
      news: new EventTarget(),
      ...given
    };
  }

  // lib/slices.js
  var SLICE_MS = 30;
  async function mapInSlices(items, work, signal) {
    const results = [];
    let end = performance.now() + SLICE_MS;
    for (const item of items) {
      if (performance.now() > end) {
        await nextTask(signal);
        end = performance.now() + SLICE_MS;
      }
      results.push(work(item));
    }
    return results;
  }
  async function restIfLong(begun, signal) {
    if (performance.now() - begun > SLICE_MS) await nextTask(signal);
  }
  async function nextTask(signal) {
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve(void 0);
      };
      port2.postMessage(void 0);
    });
    signal.throwIfAborted();
  }
  async function pause(milliseconds, signal) {
    await new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
      signal.addEventListener("abort", resolve, { once: true });
    });
    signal.throwIfAborted();
  }

  // features/badges.js
  var ATTRIBUTES = [
    "data-sverka-advice",
    "data-sverka-confidence",
    "data-sverka-rule",
    "data-sverka-group",
    "data-sverka-work",
    "aria-description"
  ];
  var badges = {
    id: "badges",
    include: isAnalysed,
    async init({ marks, news }, signal) {
      const spoken3 = /* @__PURE__ */ new Map();
      const values = await mapInSlices(marks, (mark3) => valuesOf(mark3, spoken3), signal);
      signal.addEventListener("abort", () => {
        for (const { cell } of marks) ATTRIBUTES.forEach((name) => cell.removeAttribute(name));
      });
      marks.forEach((mark3, index) => write(mark3, values[index] ?? []));
      const follow = () => {
        for (const mark3 of marks.filter(({ group }) => group.decided)) write(mark3, valuesOf(mark3, spoken3));
      };
      news.addEventListener("decided", follow, { signal });
    }
  };
  function write({ cell }, values) {
    ATTRIBUTES.forEach((name, at) => cell.setAttribute(name, values[at] ?? ""));
  }
  function valuesOf({ account, group }, spoken3) {
    const work = group.state?.state ?? "";
    const badge = badgeOf(account);
    const asked = `${badge} ${work}`;
    const words = spoken3.get(asked) ?? spokenBadge(badge, work);
    spoken3.set(asked, words);
    return [account.advice, account.confidence, account.rules[0] ?? "", group.id, work, words];
  }
  function spokenBadge(badge, work) {
    const advice = word("badge", badge);
    return text("badge_spoken", work ? text("badge_with_state", advice, word("work", work)) : advice);
  }

  // lib/element.js
  function element(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }
  function button(label, onPress, attributes = {}) {
    const made = element("button", { type: "button", ...attributes }, label);
    made.addEventListener("click", onPress);
    return made;
  }

  // lib/fold.js
  function foldButton(body, kept3) {
    const fold2 = button("", () => show(!kept3.folded), { class: "fold" });
    const show = (folded) => {
      kept3.folded = folded;
      body.hidden = folded;
      fold2.textContent = text(folded ? "bar_unfold" : "bar_fold");
      fold2.setAttribute("aria-expanded", String(!folded));
    };
    show(kept3.folded);
    return fold2;
  }

  // lib/banner.js
  var kept = { folded: false };
  function showBanner(page, summary5, content2, signal) {
    const body = element("div", { class: "banner-body" }, ...content2);
    const fold2 = foldButton(body, kept);
    const heading2 = element("strong", { class: "name" }, text("extension_name"));
    const header = element("header", {}, heading2, element("span", { class: "summary" }, summary5), fold2);
    const attributes = { class: `banner ${page.state}`, "aria-label": text("extension_name") };
    page.overlay.show(element("section", attributes, header, body), signal);
  }

  // lib/password.js
  var SHORTEST_PASSWORD = 8;
  var CONSONANTS = "bdfghkmnprstz";
  var VOWELS = "aeu";
  var DIGITS = "23456789";
  var HALF = [CONSONANTS, VOWELS, CONSONANTS, VOWELS, DIGITS, DIGITS, DIGITS];
  var BYTES = 256;
  function newPassword() {
    return [...HALF, ...HALF].map(oneOf).join("");
  }
  function isReadAloudEasily(password2) {
    const allowed = CONSONANTS + VOWELS + DIGITS;
    return [...password2].every((character) => allowed.includes(character));
  }
  function oneOf(characters) {
    const fair = BYTES - BYTES % characters.length;
    const [byte = BYTES] = crypto.getRandomValues(new Uint8Array(1));
    return byte < fair ? characters.charAt(byte % characters.length) : oneOf(characters);
  }

  // lib/hand-out.js
  var STYLES = {
    page: { font: "16px/1.5 system-ui, sans-serif", margin: "12mm", color: "#000" },
    facts: { borderCollapse: "collapse", margin: "6mm 0" },
    cell: { border: "1px solid #000", padding: "2mm 4mm", textAlign: "left" },
    secret: { fontFamily: "monospace", fontSize: "22px", letterSpacing: "2px" }
  };
  var STEPS = ["open", "enter", "change", "keep"];
  var LEFT_TO_WRITE = "____________________";
  function printHandOut(facts) {
    printSheet(text("sheet_title"), handOut(facts));
  }
  function printSheet(title, content2) {
    const frame2 = element("iframe", { "data-sverka-print": "", "aria-hidden": "true" });
    Object.assign(frame2.style, { position: "fixed", width: "0", height: "0", border: "0" });
    document.documentElement.append(frame2);
    try {
      const { contentDocument: sheet, contentWindow: own } = frame2;
      if (!sheet || !own) throw new Error("No frame to print from");
      sheet.title = title;
      Object.assign(sheet.body.style, STYLES.page);
      sheet.body.append(...content2);
      own.focus();
      own.print();
    } finally {
      frame2.remove();
    }
  }
  function handOut({ person, login, organisation, address, password: password2 }) {
    const table = factsTable([
      [text("sheet_person"), person || LEFT_TO_WRITE],
      ...organisation ? [[text("sheet_organisation"), organisation]] : [],
      [text("sheet_address"), address],
      [text("sheet_login"), login || LEFT_TO_WRITE]
    ]);
    const secret = row(text("sheet_password"), password2);
    Object.assign(
      /** @type {HTMLElement} */
      secret.lastElementChild.style,
      STYLES.secret
    );
    table.append(secret);
    return [
      element("h1", {}, text("sheet_title")),
      table,
      ...isReadAloudEasily(password2) ? [element("p", {}, text("sheet_spelling"))] : [],
      element("ol", {}, ...STEPS.map((step) => element("li", {}, word("sheet_step", step))))
    ];
  }
  function factsTable(lines) {
    const table = element("table", {}, ...lines.map(([caption = "", value = ""]) => row(caption, value)));
    Object.assign(table.style, STYLES.facts);
    return table;
  }
  function row(caption, value) {
    const cells = [element("th", {}, caption), element("td", {}, value)];
    for (const cell of cells) Object.assign(cell.style, STYLES.cell);
    return element("tr", {}, ...cells);
  }

  // lib/select.js
  function $optional(selector, type, base = document) {
    const found = base.querySelector(selector);
    return found instanceof type ? found : null;
  }
  function $$(selector, type, base = document) {
    const found = [];
    for (const element2 of base.querySelectorAll(selector)) {
      if (element2 instanceof type) found.push(element2);
    }
    return found;
  }

  // site/captions.json
  var captions_default = {
    headings: {
      "duplicates-report": [
        "Список учащихся-дублей (образовательные организации)",
        "Список учащихся-дублей",
        "Список учащихся-дублей (дошкольные образовательные организации)",
        "Список учащихся-дублей (все образовательные организации)",
        "Список обучающихся-дублей (образовательные организации)",
        "Список обучающихся-дублей",
        "Список воспитанников-дублей",
        "Список учащихся-дублей (нераспределенные)",
        "Список учащихся-дублей (нераспределённые дети)",
        "Список нераспределенных детей-дублей",
        "Список дублей нераспределенных детей",
        "Дубли учащихся"
      ],
      "student-card": [
        "Сведения об ученике",
        "Сведения об учащемся",
        "Сведения об обучающемся",
        "Сведения о воспитаннике",
        "Сведения об обучающемся/воспитаннике",
        "Сведения об ученике/воспитаннике",
        "Сведения о ребенке",
        "Карточка ученика",
        "Карточка учащегося",
        "Карточка обучающегося",
        "Карточка воспитанника",
        "Карточка ребенка",
        "Личная карточка ученика",
        "Личная карточка учащегося",
        "Личная карточка обучающегося",
        "Личная карточка воспитанника"
      ],
      "parent-card": [
        "Сведения о родителе",
        "Сведения о родителе (законном представителе)",
        "Сведения о законном представителе",
        "Карточка родителя",
        "Карточка законного представителя",
        "Личная карточка родителя"
      ],
      "student-list": [
        "Список учеников",
        "Список учащихся",
        "Список обучающихся",
        "Список воспитанников",
        "Список учеников/воспитанников",
        "Список обучающихся/воспитанников",
        "Список учащихся/воспитанников",
        "Список учеников и воспитанников"
      ],
      "parent-list": [
        "Список родителей",
        "Список родителей (законных представителей)",
        "Список родителей/законных представителей",
        "Список законных представителей",
        "Список родителей и законных представителей"
      ]
    },
    emptyMessages: [
      "Нет данных",
      "Данных нет",
      "Данные отсутствуют",
      "Данные не найдены",
      "Ничего не найдено",
      "Записей не найдено",
      "Дублей не найдено",
      "Дубли не найдены",
      "Дублей не выявлено"
    ],
    notLoaded: [
      'Нажмите кнопку "Загрузить" для загрузки данных',
      'Нажмите кнопку "Загрузить"',
      'Нажмите "Загрузить"'
    ],
    cardFields: {
      account_id: [
        "ID",
        "ИД",
        "UID",
        "Код",
        "Код пользователя",
        "ID пользователя",
        "ИД пользователя",
        "Идентификатор",
        "Идентификатор пользователя",
        "Номер учетной записи"
      ],
      surname: [
        "Фамилия",
        "Фамилия ученика",
        "Фамилия учащегося",
        "Фамилия обучающегося",
        "Фамилия воспитанника",
        "Фамилия ребенка",
        "Фамилия родителя",
        "Фамилия представителя"
      ],
      name: [
        "Имя",
        "Имя ученика",
        "Имя учащегося",
        "Имя обучающегося",
        "Имя воспитанника",
        "Имя ребенка",
        "Имя родителя",
        "Имя представителя"
      ],
      patronymic: [
        "Отчество",
        "Отчество (при наличии)",
        "Отчество (если есть)",
        "Отчество ученика",
        "Отчество учащегося",
        "Отчество обучающегося",
        "Отчество воспитанника",
        "Отчество ребенка",
        "Отчество родителя",
        "Отчество представителя"
      ],
      birth_date: [
        "Дата рождения",
        "Дата рожд.",
        "Д.р.",
        "Д/р",
        "День рождения",
        "Дата рождения ребенка",
        "Дата рождения ученика",
        "Дата рождения обучающегося",
        "Дата рождения родителя"
      ],
      birth_place: [
        "Место рождения",
        "Место рожд.",
        "Место рождения ребенка"
      ],
      sex: [
        "Пол",
        "Пол ребенка",
        "Пол ученика",
        "Пол обучающегося"
      ],
      citizenship: [
        "Гражданство",
        "Гражданство ребенка",
        "Страна гражданства",
        "Гражданство (страна)",
        "Подданство"
      ],
      snils: [
        "СНИЛС",
        "№ СНИЛС",
        "Номер СНИЛС",
        "СНИЛС ребенка",
        "СНИЛС родителя",
        "Страховой номер",
        "Страховой номер индивидуального лицевого счета",
        "Страховое свидетельство"
      ],
      display_name: [
        "Имя на экране",
        "Отображаемое имя",
        "Экранное имя"
      ],
      login: [
        "Логин",
        "Имя пользователя",
        "Имя для входа",
        "Имя для входа в систему"
      ],
      status: [
        "Текущий статус",
        "Статус",
        "Статус ученика",
        "Статус обучающегося",
        "Состояние"
      ],
      class: [
        "Класс",
        "Группа",
        "Класс/группа",
        "Класс (группа)",
        "Класс, группа"
      ],
      organisation: [
        "Образовательная организация",
        "ОО",
        "ОУ",
        "Школа",
        "Организация",
        "Место обучения"
      ],
      phone: [
        "Телефон",
        "Мобильный телефон",
        "Сотовый телефон",
        "Контактный телефон",
        "Телефон мобильный",
        "Домашний телефон",
        "Телефон домашний",
        "Номер телефона",
        "Тел.",
        "Моб. телефон"
      ],
      address_registered: [
        "Адрес регистрации",
        "Адрес регистрации по месту жительства",
        "Регистрация по месту жительства",
        "Место регистрации",
        "Адрес прописки",
        "Адрес по прописке",
        "Прописка",
        "Адрес постоянной регистрации",
        "Адрес регистрации (по месту жительства)"
      ],
      address_actual: [
        "Адрес проживания",
        "Фактический адрес",
        "Адрес фактического проживания",
        "Фактический адрес проживания",
        "Адрес места жительства",
        "Место жительства",
        "Адрес места пребывания",
        "Место проживания",
        "Место фактического проживания",
        "Адрес фактический",
        "Домашний адрес",
        "Адрес жительства",
        "Адрес пребывания",
        "Адрес временной регистрации"
      ],
      document: [
        "Документ, удостоверяющий личность",
        "Удостоверение личности",
        "ДУЛ",
        "Реквизиты документа",
        "Реквизиты документа, удостоверяющего личность",
        "Серия и номер",
        "Серия, номер",
        "Серия и № документа",
        "Серия и номер документа",
        "Серия, номер документа",
        "Серия и номер ДУЛ",
        "Документ",
        "Паспортные данные",
        "Паспорт",
        "Паспорт гражданина РФ",
        "Серия и номер паспорта",
        "Серия, номер паспорта",
        "Свидетельство о рождении",
        "Свидетельство",
        "Св-во о рождении",
        "Серия и номер свидетельства о рождении",
        "Серия и номер свидетельства",
        "Реквизиты свидетельства о рождении",
        "Серия, номер свидетельства о рождении"
      ],
      document_type: [
        "Тип документа",
        "Вид документа",
        "Тип документа, удостоверяющего личность",
        "Вид документа, удостоверяющего личность",
        "Тип ДУЛ",
        "Вид ДУЛ",
        "Наименование документа"
      ],
      document_series: [
        "Серия",
        "Серия документа",
        "Серия ДУЛ",
        "Серия паспорта",
        "Серия свидетельства",
        "Серия свидетельства о рождении"
      ],
      document_number: [
        "Номер",
        "№",
        "Номер документа",
        "№ документа",
        "Номер ДУЛ",
        "Номер паспорта",
        "Номер свидетельства",
        "Номер свидетельства о рождении"
      ],
      issued_on: [
        "Дата выдачи",
        "Когда выдан",
        "Выдан",
        "Дата выдачи документа",
        "Дата выдачи паспорта",
        "Дата выдачи свидетельства"
      ],
      parents: [
        "Родители",
        "Родители (законные представители)",
        "Родители/законные представители",
        "Законные представители",
        "Родители и законные представители",
        "Родители ученика",
        "Родители учащегося"
      ],
      children: [
        "Дети",
        "Ребенок (дети)",
        "Дети родителя",
        "Привязанные дети",
        "Дети (ученики)"
      ]
    },
    clones: {
      group: [
        "Дубли",
        "Клоны ученика",
        "Дубли ученика"
      ],
      irrevocable: [
        "объедин",
        "слить",
        "слияни",
        "архив",
        "удал"
      ]
    },
    order: {
      entries: [
        "Быстрый ввод учеников",
        "Быстрый ввод обучающихся",
        "Быстрый ввод воспитанников",
        "Быстрый ввод",
        "Импорт учеников",
        "Импорт обучающихся",
        "Импорт воспитанников"
      ]
    },
    modules: {
      odo: [
        "Организация дополнительного образования",
        "Дополнительное образование детей"
      ]
    },
    additionalOrganisation: "Организация дополнительного образования",
    password: {
      first: [
        "Новый пароль",
        "Пароль"
      ],
      second: [
        "Подтвердите новый пароль",
        "Подтвердите пароль",
        "Подтверждение пароля",
        "Подтверждение нового пароля",
        "Повторите новый пароль",
        "Повторите пароль"
      ],
      changeAtFirstLogin: [
        "Пользователь должен сменить пароль при первом входе в систему",
        "Пользователь должен сменить пароль при первом входе",
        "Сменить пароль при первом входе в систему",
        "Сменить пароль при первом входе"
      ]
    },
    movement: {
      columns: {
        order: [
          "Приказ",
          "Документ",
          "Приказ №",
          "Документ о движении",
          "Основание"
        ],
        kind: [
          "Тип",
          "Вид",
          "Тип документа",
          "Вид документа",
          "Тип движения",
          "Вид движения",
          "Тип приказа",
          "Вид приказа",
          "Операция",
          "Действие"
        ],
        day: [
          "Дата",
          "От",
          "Дата приказа",
          "Дата документа",
          "Дата движения",
          "С"
        ],
        source: [
          "Из",
          "Откуда",
          "Откуда выбыл",
          "Прежнее место",
          "Из ОО",
          "Из класса",
          "Из класса/группы"
        ],
        target: [
          "В",
          "Куда",
          "Куда прибыл",
          "Новое место",
          "В ОО",
          "В класс",
          "В класс/группу"
        ]
      },
      pupils: [
        "ФИО",
        "Ф.И.О.",
        "ФИО учащегося",
        "ФИО ученика",
        "ФИО обучающегося",
        "ФИО воспитанника",
        "ФИО ребенка",
        "ФИО обучающегося/воспитанника",
        "ФИО учащегося/воспитанника",
        "ФИО ученика/воспитанника",
        "Учащийся",
        "Ученик",
        "Обучающийся",
        "Воспитанник",
        "Ученик/воспитанник",
        "Обучающийся/воспитанник",
        "Фамилия, имя, отчество",
        "Фамилия Имя Отчество",
        "Фамилия, имя, отчество учащегося",
        "Фамилия, имя, отчество обучающегося",
        "Фамилия, имя, отчество ребенка",
        "Ребенок",
        "Ф.И.О. учащегося (воспитанника)",
        "Фамилия",
        "Фамилия учащегося",
        "Фамилия обучающегося",
        "Фамилия ребенка",
        "ID",
        "ИД",
        "Код",
        "Идентификатор",
        "ID учащегося",
        "ID ученика",
        "ID обучающегося",
        "ID ребенка",
        "ID пользователя",
        "ID записи",
        "№ ID",
        "ID учетной записи",
        "Код учащегося",
        "Код ученика",
        "Идентификатор учащегося",
        "Идентификатор пользователя",
        "№ учетной записи",
        "Учетная запись",
        "UID",
        "ИД учащегося",
        "ИД ученика",
        "ИД обучающегося",
        "ИД воспитанника",
        "ИД ребенка",
        "ИД пользователя",
        "ИД учетной записи",
        "ID воспитанника",
        "Дата рождения",
        "Дата рожд.",
        "Д.р.",
        "Д/р",
        "ДР",
        "Дата рожд",
        "Родился",
        "День рождения",
        "Дата рождения учащегося",
        "Дата рождения ребенка",
        "Дата рождения обучающегося"
      ]
    }
  };

  // site/captions.js
  var LONGEST_TITLE = 300;
  var LONGEST_CAPTION = 120;
  var {
    "duplicates-report": report,
    "student-list": pupils,
    "parent-list": parents,
    ...cards
  } = captions_default.headings;
  var reportHeadings = report.map(fold);
  var listHeadings = new Set([...pupils, ...parents].map(fold));
  var notLoaded = captions_default.notLoaded.map(fold);
  var cardHeadings = Object.values(cards).flat().map(fold);
  var emptyMessages = captions_default.emptyMessages.map(fold);
  var cardFields = new Map(
    Object.entries(captions_default.cardFields).flatMap(([field, words]) => words.map((caption) => [fold(caption), field]))
  );
  var movementColumns = new Map(
    Object.entries(captions_default.movement.columns).flatMap(([column, words]) => words.map((caption) => [fold(caption), column]))
  );
  var pupilColumns = new Set(captions_default.movement.pupils.map(fold));
  var cloneGroups = new Set(captions_default.clones.group.map(fold));
  var irrevocable = captions_default.clones.irrevocable.map(fold);
  var orderEntries = new Set(captions_default.order.entries.map(fold));
  var modules = Object.entries(captions_default.modules).map(([module, words]) => ({ module, words: words.map(fold) }));
  var additionalOrganisation = fold(captions_default.additionalOrganisation);
  var password = {
    first: new Set(captions_default.password.first.map(fold)),
    second: new Set(captions_default.password.second.map(fold)),
    changeAtFirstLogin: new Set(captions_default.password.changeAtFirstLogin.map(fold))
  };
  function fold(caption) {
    return caption.toLowerCase().replaceAll("ё", "е").replace(/[^\p{L}\p{N}]+/gu, "");
  }
  function isReportTitle(caption) {
    return beginsWithOneOf(reportHeadings, caption);
  }
  function isListTitle(caption) {
    return caption.length <= LONGEST_TITLE && listHeadings.has(fold(caption).replace(/\d+$/, ""));
  }
  function saysNotLoaded(content2) {
    const folded = fold(content2);
    return notLoaded.some((hint) => folded.includes(hint));
  }
  function isCardTitle(caption) {
    return beginsWithOneOf(cardHeadings, caption);
  }
  function beginsWithOneOf(headings, caption) {
    if (caption.length > LONGEST_TITLE) return false;
    const folded = fold(caption);
    return headings.some((heading2) => folded.startsWith(heading2));
  }
  function isCloneGroupTitle(caption) {
    const colon = caption.indexOf(":");
    return colon > 0 && colon < LONGEST_CAPTION && cloneGroups.has(fold(caption.slice(0, colon)));
  }
  function isIrrevocable(caption) {
    const folded = fold(caption);
    return irrevocable.some((part) => folded.includes(part));
  }
  function isOrderEntryTitle(caption) {
    return caption.length <= LONGEST_CAPTION && orderEntries.has(fold(caption));
  }
  function moduleNamed(caption) {
    if (caption.length > LONGEST_TITLE) return void 0;
    const folded = fold(caption);
    return modules.find(({ words }) => words.some((word2) => folded.startsWith(word2)))?.module;
  }
  function additionalOrganisationNamed(caption) {
    const colon = caption.indexOf(":");
    const names = colon > 0 && caption.length <= LONGEST_TITLE && fold(caption.slice(0, colon)) === additionalOrganisation;
    return names ? caption.slice(colon + 1).trim() : "";
  }
  function saysNothingFound(content2) {
    const folded = fold(content2);
    return emptyMessages.some((message) => folded.includes(message));
  }
  function fieldNamed(caption) {
    return caption.length > LONGEST_CAPTION ? void 0 : cardFields.get(fold(caption));
  }
  function movementColumn(caption) {
    return caption.length > LONGEST_CAPTION ? void 0 : movementColumns.get(fold(caption));
  }
  function namesPupils(caption) {
    return caption.length <= LONGEST_CAPTION && pupilColumns.has(fold(caption));
  }
  function isPasswordCaption(part, caption) {
    return password[part].has(fold(caption));
  }

  // site/selectors.js
  var TITLES = "h1, h2, h3, h4, h5, h6, caption, legend, center, p, b, strong, .title, .report-title, .main-report-title";
  var TABLE_TITLES = ".jtable-title-text";
  var CELLS = "td, th";
  var PRESSED = "button, a, input[type='button' i], input[type='submit' i]";
  var SCREEN_TITLES = "h1, h2, h3, h4, h5, legend";
  var NAVIGATION = "a, button, nav, li, option, label";
  var REPORT_PLACES = "#report, .report-view, .modal-body";
  var MODAL = ".modal";
  var HEADINGS = "h1, h2, h3, h4, h5, h6, .modal-title";
  var REGISTRY = ".jtable";
  var RECORD_FIELDS = "input[type='hidden' i][name='UID' i], [user-id]";
  var FURNITURE_TABLES = ".sheet-footer, .datepicker *, .ui-datepicker *";
  var FORM_CONTROLS = ["input", "select", "textarea", "button"];
  var PASSWORD = "input[type='password' i]";
  var CARD_FORM = "form[name='UserInfo' i]";
  var CARD_PARTS = "user-info";
  var LATE_PARTS = "user-info, student-parents, parent-students";
  var CAPTIONS = "label, legend, th, td, dt, span, b, strong, h3, h4, h5, h6, p, div";
  var NOT_CAPTIONS = "button, option, nav";
  var FIELD_CONTROLS = "input:not([type='hidden' i], [type='password' i], [type='button' i], [type='submit' i], [type='checkbox' i], [type='radio' i]), select, textarea";
  var VALUES = "input:not([type='hidden' i], [type='password' i]), select, textarea";
  var HIDDEN_FIELDS_KEPT = /* @__PURE__ */ new Set(["UID"]);
  var CARD_CALLS = ["editUser", "gotoUserEdit", "userInfoEdit.gotoParentEdit"];
  var PASSWORD_NAME = /passw|^pwd?\d?$/i;
  var LOGIN_TYPE = "input[name='LoginType' i]";
  var SESSION_FIELDS = /* @__PURE__ */ new Set(["AT", "VER"]);
  var LIST_TITLES = ".jtable-title-text";
  var LIST_TABLES = "#UserListTable, .jtable";
  var PAGERS = ".pagination, .jtable-page-list, .pager, .paginator";
  var BUSY = ".loading-overlay, .blockUI, .jtable-busy-message, .loading-mask, [aria-busy='true']";

  // site/fields.js
  var LEVELS_TO_VALUE = 3;
  var NEXT_BEST = /* @__PURE__ */ new Map([
    ["document", ["document_series", "document_number", "document_type"]],
    ["document_series", ["document"]],
    ["document_number", ["document"]]
  ]);
  function locateFields(root) {
    const fields = /* @__PURE__ */ new Map();
    let value = null;
    for (const caption of $$(CAPTIONS, HTMLElement, root)) {
      const field = fieldNamed(caption.textContent);
      if (!field || value?.contains(caption) || !isInnermost(caption)) continue;
      value = valueBeside(caption, root);
      if (value && !fields.has(field)) fields.set(field, value);
    }
    return fields;
  }
  function isInnermost(caption) {
    const words = fold(caption.textContent);
    return !caption.closest(NOT_CAPTIONS) && ![...caption.children].some((part) => fold(part.textContent) === words);
  }
  function fieldOrNextBest(fields, field) {
    const names = [field, ...NEXT_BEST.get(field) ?? []];
    return names.map((name) => fields.get(name)).find((found) => found !== void 0);
  }
  function valueBeside(caption, root) {
    const named = caption.closest("label")?.control;
    if (named) return named;
    let place3 = caption;
    for (let level = 0; level < LEVELS_TO_VALUE && place3 && place3 !== root; level++) {
      const beside = behindMarks(place3.nextElementSibling);
      if (beside instanceof HTMLElement) return controlIn(beside) ?? beside;
      place3 = place3.parentElement;
    }
    return null;
  }
  function behindMarks(beside) {
    const words = beside?.textContent.trim();
    const next = beside?.nextElementSibling;
    return next && words && !fold(words) ? behindMarks(next) : beside;
  }
  function controlIn(place3) {
    if (place3.matches(FIELD_CONTROLS)) return place3;
    return $$(FIELD_CONTROLS, HTMLElement, place3)[0] ?? null;
  }
  function wordsIn(field) {
    if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.text.trim() ?? "";
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field.value.trim();
    return field?.textContent.trim() ?? "";
  }
  function typedIn(controls) {
    return JSON.stringify(
      controls.map((control) => {
        if (control instanceof HTMLInputElement) return [control.value, control.checked];
        return control instanceof HTMLSelectElement || control instanceof HTMLTextAreaElement ? control.value : null;
      })
    );
  }

  // lib/time.js
  var DAY = "yyyy-mm-dd".length;
  function localIso(moment) {
    const offset = -moment.getTimezoneOffset();
    const shifted = new Date(moment.getTime() + offset * 6e4).toISOString().slice(0, 19);
    const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, "0");
    const minutes = String(Math.abs(offset) % 60).padStart(2, "0");
    return `${shifted}${offset < 0 ? "-" : "+"}${hours}:${minutes}`;
  }
  function localDay(moment) {
    return localIso(moment).slice(0, DAY);
  }

  // site/module.js
  var AUTHORITY_LOGIN = "2";
  var AUTHORITY_PATH = /^\/(asp\/EDUC_MANAGER|angular\/em|app\/em)\//i;
  function moduleOf(page) {
    return linesOf(page).map(moduleNamed).find((module) => module) ?? authorityModule(page);
  }
  function additionalOrganisationOf(page) {
    return linesOf(page).map(additionalOrganisationNamed).find((name) => name) ?? "";
  }
  function linesOf(page) {
    const lines = $$(TITLES, HTMLElement, page).filter((line) => !line.closest(NAVIGATION));
    return lines.map((line) => line.textContent.trim());
  }
  function authorityModule(page) {
    const logins = $$(LOGIN_TYPE, HTMLInputElement, page).map(({ value }) => value);
    const isOfAuthority = logins.length ? logins.every((login) => login === AUTHORITY_LOGIN) : AUTHORITY_PATH.test(page.location.pathname);
    return isOfAuthority ? "uo" : null;
  }

  // site/records.js
  var CALL = String.raw`\b(?:${CARD_CALLS.join("|").replaceAll(".", "[.]")})\(\s*(['"]?)\d{1,11}\1(?=\s*[,)])`;
  var QUERY = String.raw`(?<=[?&])(?:${[...HIDDEN_FIELDS_KEPT].join("|")})=\d{1,11}(?=$|[&#])`;
  var ROUTE = String.raw`(?<=^#[\w/-]{1,80})/\d{1,11}$`;
  var RECORDS = new RegExp(`${CALL}|${QUERY}|${ROUTE}`, "g");
  function recordsIn(code) {
    return (code.match(RECORDS) ?? []).map(inItsForm).join(" ");
  }
  function inItsForm(record) {
    if (record.startsWith("/")) return `#${record}`;
    return record.includes("(") ? `${record})` : `?${record}`;
  }

  // site/session.js
  function findExpiredPlaces(page, roots) {
    const places = /* @__PURE__ */ new Set([...$$(REPORT_PLACES, HTMLElement, page), ...roots]);
    if (isWrittenByScript(page)) places.add(page.body);
    return [...places].filter((place3) => place3?.isConnected && holdsLogin(place3));
  }
  function holdsLogin(place3) {
    const passwords = [...place3.getElementsByTagName("input")].filter((field) => field.matches(PASSWORD));
    return passwords.some(({ form }) => form && passwords.filter((other) => other.form === form).length === 1);
  }
  function isWrittenByScript(page) {
    return page.URL.startsWith("about:");
  }

  // site/scrape.js
  var REMOVED = `script, style, link, meta, base, template, noscript, object, embed, ${PASSWORD}`;
  var ATTRIBUTES_UNTOUCHED = ["class", "align", "colspan", "rowspan"];
  var ATTRIBUTES_KEPT = new Set(
    "id for href onclick type name value checked selected multiple role aria-busy user-id data-record-key".split(" ")
  );
  var ATTRIBUTES_EMPTIED = new Set("hidden ng-include ng-repeat ng-if ng-options data-url data-src".split(" "));
  var HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
  var ATTRIBUTES_TO_JUDGE = `descendant-or-self::*/@*[${ATTRIBUTES_UNTOUCHED.map(
    (name) => `name()!='${name}'`
  ).join(" and ")}]`;
  var PATH_PARAMETERS = /(;|%3B).*/i;
  async function capture(subject, signal, { context = {}, note = () => {
  } } = {}) {
    const begun = performance.now();
    const copy = inertCopy(subject.root);
    note(copy);
    const copiedTables = tablesIn(copy);
    await restIfLong(begun, signal);
    clean(copy);
    await restIfLong(begun, signal);
    const tables = copiedTables.flatMap((table, index) => copy.contains(table) ? [index] : []);
    return { request: pageRequest(subject, copy.outerHTML, context), tables };
  }
  function tablesIn(root) {
    return $$("table", HTMLTableElement, root);
  }
  function inertCopy(root) {
    const copy = document.implementation.createHTMLDocument("").importNode(root, true);
    writeLiveValues(root, copy);
    return copy;
  }
  function writeLiveValues(live, copy) {
    const fields = "input, textarea, option";
    const copies = copy.querySelectorAll(fields);
    live.querySelectorAll(fields).forEach((field, index) => {
      const written = copies[index];
      if (!written) return;
      if (field instanceof HTMLTextAreaElement) written.textContent = field.value;
      if (field instanceof HTMLOptionElement) written.toggleAttribute("selected", field.selected);
      if (field instanceof HTMLInputElement) {
        written.setAttribute("value", field.value);
        written.toggleAttribute("checked", field.checked);
      }
    });
  }
  function clean(copy) {
    copy.querySelectorAll(REMOVED).forEach((element2) => element2.remove());
    copy.querySelectorAll("input").forEach((field) => isSecret(field) && field.remove());
    copy.querySelectorAll("iframe").forEach((frame2) => frame2.replaceChildren());
    for (const attribute of select(copy, ATTRIBUTES_TO_JUDGE)) cleanAttribute(
      /** @type {Attr} */
      attribute
    );
    for (const comment of select(copy, "descendant::comment()")) comment.parentNode?.removeChild(comment);
  }
  function isSecret(field) {
    if (SESSION_FIELDS.has(field.name) || PASSWORD_NAME.test(field.name)) return true;
    return field.type === "hidden" && !HIDDEN_FIELDS_KEPT.has(field.name);
  }
  function cleanAttribute(attribute) {
    const { name, value, ownerElement } = attribute;
    if (name === "style" && HIDING_STYLE.test(value)) ownerElement?.setAttribute("hidden", "");
    if (ATTRIBUTES_EMPTIED.has(name)) attribute.value = "";
    else if (ATTRIBUTES_KEPT.has(name)) keepRecordsIn(attribute);
    else ownerElement?.removeAttribute(name);
  }
  function keepRecordsIn(attribute) {
    const { name, value } = attribute;
    if (name === "user-id") attribute.value = /^\d{1,11}$/.test(value) ? value : "";
    if (name === "href" || name === "onclick") attribute.value = recordsIn(value);
  }
  function select(copy, path) {
    const found = copy.ownerDocument.evaluate(path, copy, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
    const nodes = Array.from({ length: found.snapshotLength }, (_, index) => found.snapshotItem(index));
    return nodes.filter((node) => node !== null);
  }
  function pageRequest({ root, title }, html, context) {
    return {
      schema: 1,
      url: self.origin + (isWrittenByScript(document) ? "/" : location.pathname.replace(PATH_PARAMETERS, "")),
      html,
      title,
      captured_at: localIso(/* @__PURE__ */ new Date()),
      source: sourceOf(root),
      context: { module: moduleOf(document), authority: null, opener_account: null, ...context }
    };
  }
  function sourceOf(root) {
    if (root.closest(MODAL)) return "modal";
    return isWrittenByScript(document) ? "popup-window" : "content";
  }

  // site/card.js
  var DRAFT_MS = 300;
  var EMPTY_MS = 4e3;
  var cardKind = {
    find: findCards,
    holdsPerson: showsPerson,
    valuesOf: valuesOf2,
    changesSilently: true,
    comesInParts: true,
    patienceFor,
    capture,
    locate: ({ subject }) => Promise.resolve({ fields: locateFields(subject.root) })
  };
  function findCards(page) {
    const titles = $$(TITLES, HTMLElement, page).filter((title) => isTitleOfCard(title));
    const titled = titles.map((title) => around(title)).filter((card) => card !== null);
    const roots = new Map(titled.map((card) => [card.root, card]));
    for (const body of bodiesOf(page)) {
      const root = body.parentElement;
      const isKnown = [...roots.keys()].some((known) => known.contains(body));
      if (root && !isKnown) roots.set(root, { kind: "card", root, title: "", table: null });
    }
    return innermost([...roots.values()]);
  }
  function isTitleOfCard(title) {
    return isCardTitle(title.textContent) && !title.closest(NAVIGATION);
  }
  function around(title) {
    for (let root = title.parentElement; root; root = root.parentElement) {
      if (holdsCard(root)) return { kind: "card", root, title: title.textContent.trim(), table: null };
    }
    return null;
  }
  function holdsCard(root) {
    return $$(`${CARD_FORM}, ${CARD_PARTS}`, HTMLElement, root).length > 0 || showsPerson(root);
  }
  function showsPerson(root) {
    const named = new Set($$(CAPTIONS, HTMLElement, root).map((caption) => fieldNamed(caption.textContent)));
    return named.has("surname") && named.has("name");
  }
  function bodiesOf(page) {
    return [...[...page.forms].filter((form) => form.matches(CARD_FORM)), ...page.getElementsByTagName(CARD_PARTS)];
  }
  function innermost(cards2) {
    return cards2.filter(({ root }) => !cards2.some((other) => other.root !== root && root.contains(other.root)));
  }
  function patienceFor(root) {
    const late = $$(LATE_PARTS, HTMLElement, root);
    if (!late.length) return 0;
    return late.some((part) => !part.textContent.trim()) ? EMPTY_MS : DRAFT_MS;
  }
  function valuesOf2(root) {
    return typedIn([...root.querySelectorAll(VALUES)]);
  }

  // site/hand-out.js
  function handOutFacts(page, password2) {
    const [card, ...others] = findCards(page);
    const fields = card && !others.length ? locateFields(card.root) : /* @__PURE__ */ new Map();
    const words = (...names) => names.map((name) => wordsIn(fields.get(name))).filter(Boolean).join(" ");
    return {
      person: words("surname", "name", "patronymic"),
      login: words("login"),
      organisation: words("organisation"),
      address: `${page.location.origin}/`,
      password: password2
    };
  }

  // lib/login-sheet.js
  var RULE = "L-06";
  var STEPS2 = ["ask", "open", "choose", "enter"];
  function loginSheetButton({ rule, advice, candidates: candidates2 }, { kind }) {
    if (kind !== "card" || rule !== RULE || advice !== "refuse") return [];
    const print = () => printSheet(text("login_sheet_title"), loginSheet(loginFacts(document, candidates2)));
    return [button(text("login_sheet_print"), print, { class: "print" })];
  }
  function loginFacts(page, candidates2) {
    const { person, address } = handOutFacts(page, "");
    const children = candidates2.map(({ name, organisation }) => ({ name, organisation: organisation ?? "" }));
    return { person, children, organisation: additionalOrganisationOf(page), address };
  }
  function loginSheet({ person, children, organisation, address }) {
    const issuers = [...new Set(children.map((child) => child.organisation))].filter(Boolean);
    return [
      element("h1", {}, text("login_sheet_title")),
      factsTable([
        [text("sheet_person"), person || LEFT_TO_WRITE],
        [text("login_sheet_child"), children.map(({ name }) => name).join(", ") || LEFT_TO_WRITE],
        [text("login_sheet_issuer"), issuers.join("; ") || text("login_sheet_issuer_unknown")],
        [text("sheet_address"), address],
        [text("login_sheet_kind"), text("login_sheet_kind_value")],
        [text("login_sheet_organisation"), organisation || LEFT_TO_WRITE]
      ]),
      element("ol", {}, ...STEPS2.map((step) => element("li", {}, word("login_sheet_step", step))))
    ];
  }

  // lib/copy-button.js
  function copyButton(label, content2, overlay, about = "") {
    const spoken3 = about ? `${label}: ${about}` : label;
    const made = button(label, () => void copy(), { "aria-label": spoken3 });
    const tell = (outcome) => {
      made.textContent = outcome;
      made.setAttribute("aria-label", outcome);
      overlay.announce(outcome);
    };
    const copy = async () => {
      try {
        await copyText(content2());
        tell(text("copied"));
      } catch {
        tell(text("copy_failed"));
      }
    };
    return made;
  }
  async function copyText(content2) {
    if (self.isSecureContext) {
      await navigator.clipboard.writeText(content2);
    } else if (!copyByCommand(content2)) {
      throw new Error("The browser refused to copy");
    }
  }
  function copyByCommand(content2) {
    let copied = false;
    const fill2 = (event) => {
      event.clipboardData?.setData("text/plain", content2);
      event.preventDefault();
      event.stopImmediatePropagation();
      copied = true;
    };
    self.addEventListener("copy", fill2, { capture: true, once: true });
    document.execCommand("copy");
    self.removeEventListener("copy", fill2, { capture: true });
    return copied;
  }

  // lib/finding-item.js
  function findingItem({ finding, fields, who }, page, signal) {
    const outcome = element("p", { role: "status", class: "outcome faint" });
    const person = who ? [element("strong", {}, who)] : [];
    const names = [...person, ...fields.map((field) => fieldName(field, page, outcome, signal))];
    return element(
      "li",
      { class: `finding ${finding.severity}`, "data-sverka-rule": finding.rule },
      element("p", { class: "where" }, ...names, element("span", { class: "faint" }, word("finding", finding.advice))),
      outcome,
      ...findingDetails(finding, page)
    );
  }
  function findingDetails(finding, page) {
    return [
      element("p", {}, finding.why),
      ...proposedForm(finding, page.overlay),
      ...candidates(finding),
      ...steps(finding),
      ...loginSheetButton(finding, page),
      ...source(finding, page.analysis.rules)
    ];
  }
  function fieldName(field, { fields }, outcome, signal) {
    const name = word("card_field", field);
    const place3 = fieldOrNextBest(fields, field);
    if (!place3) return element("strong", {}, name);
    return button(name, () => {
      outcome.textContent = goTo(place3, signal) ? "" : text("finding_folded");
    });
  }
  function goTo(place3, signal) {
    if (!place3.checkVisibility()) return false;
    if (place3.tabIndex < 0) makeFocusable(place3, signal);
    place3.scrollIntoView({ block: "center" });
    place3.focus({ preventScroll: true });
    return true;
  }
  function makeFocusable(place3, signal) {
    if (place3.hasAttribute("tabindex")) return;
    const restore = () => place3.removeAttribute("tabindex");
    place3.setAttribute("tabindex", "-1");
    place3.addEventListener("blur", restore, { once: true, signal });
    signal.addEventListener("abort", restore);
  }
  function proposedForm({ proposed, field }, overlay) {
    if (!proposed) return [];
    const copy = copyButton(text("finding_copy"), () => proposed, overlay, word("card_field", field));
    return [element("p", { class: "proposed" }, `${text("finding_proposed")} `, element("strong", {}, proposed), " ", copy)];
  }
  function candidates({ candidates: found }) {
    if (!found.length) return [];
    const items = found.map(
      ({ account_id: id, name, why }) => element("li", {}, element("strong", {}, [id, name].filter(Boolean).join(", ")), ` — ${why}`)
    );
    return [element("p", {}, text("finding_candidates")), element("ul", { class: "candidates" }, ...items)];
  }
  function steps({ steps: found }) {
    if (!found.length) return [];
    const items = found.map((step) => element("li", {}, step));
    const summary5 = element("summary", {}, text("finding_steps"));
    return [element("details", { open: "" }, summary5, element("ol", { class: "steps" }, ...items))];
  }
  function source({ rule: id }, rules) {
    const rule = rules[id];
    if (!rule) return [];
    return [
      element(
        "details",
        { class: "rule" },
        element("summary", {}, text("finding_rule", id)),
        element("p", {}, rule.text),
        ...rule.quote ? [element("blockquote", {}, rule.quote)] : [],
        element("p", { class: "faint" }, text("card_source", rule.source))
      )
    ];
  }

  // lib/findings.js
  var SEVERITIES = ["error", "warning", "info"];
  var LINKS = /* @__PURE__ */ new Set(["parents", "children"]);
  function worstFirst(findings) {
    return [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  }
  function isOfLinks({ field }) {
    return LINKS.has(field);
  }
  function toldOnce(findings) {
    const told5 = /* @__PURE__ */ new Map();
    for (const finding of worstFirst(findings)) {
      const { rule, why, proposed } = finding;
      const words = JSON.stringify([rule, why, proposed]);
      const known = told5.get(words);
      if (known) known.fields.push(finding.field);
      else told5.set(words, { finding, fields: [finding.field] });
    }
    return [...told5.values()];
  }

  // lib/packing.js
  async function unpack(packed) {
    const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
    const unzipped = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return await new Response(unzipped).json();
  }

  // lib/analysis.js
  var GROUPS_A_PACK = 50;
  async function wholeGroup({ groups, packs }, group) {
    const at = groups.indexOf(group);
    const opened = await unpack(packs[Math.floor(at / GROUPS_A_PACK)] ?? "");
    return { ...opened[at % GROUPS_A_PACK], ...group.decided };
  }
  function keepDecision(group, decided) {
    group.decided = decided;
    group.state = decided.state;
  }
  async function wholeGroups({ groups, packs }) {
    const opened = (await Promise.all(packs.map(unpack))).flat();
    return opened.map((group, index) => ({ ...group, ...groups[index]?.decided }));
  }

  // lib/waterfall.js
  function waterfall(fields, sum) {
    const reached = runningSums(fields);
    const [lowest, highest] = [Math.min(0, ...reached.values()), Math.max(0, ...reached.values())];
    const place3 = (bits) => (bits - lowest) / (highest - lowest || 1);
    const cell = (name, bits, end) => {
      const figure = element("span", { class: "weight-figure", "data-sverka-weight": name }, signedText(bits));
      const bar2 = element("span", { class: "weight-bar", "data-sverka-bar": name, "data-sign": String(Math.sign(bits)) });
      return element("td", { class: "weight" }, element("div", {}, figure, track(bar2, place3(0), place3(end - bits), place3(end))));
    };
    return {
      cellOf: (field) => field.bits === null ? element("td") : cell(field.field, field.bits, reached.get(field) ?? 0),
      total: cell("total", sum, sum)
    };
  }
  function track(bar2, zero, start2, end) {
    const made = element("span", { class: "weight-track", "aria-hidden": "true" }, bar2);
    made.style.setProperty("--zero", String(zero));
    made.style.setProperty("--from", String(Math.min(start2, end)));
    made.style.setProperty("--to", String(Math.max(start2, end)));
    return made;
  }
  function runningSums(fields) {
    const sums = /* @__PURE__ */ new Map();
    let sum = 0;
    for (const field of fields) {
      sum += field.bits ?? 0;
      sums.set(field, sum);
    }
    return sums;
  }

  // lib/comparison.js
  var CLOSED_FIELDS = /* @__PURE__ */ new Set(["sex", "entry"]);
  var ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
  function comparisonsOf(group, pairs) {
    const isWeighed = pairs.some(({ bits }) => bits !== null);
    const explanation = element("p", { class: "faint" }, text("card_weight_explained"));
    return [...isWeighed ? [explanation] : [], ...pairs.flatMap((pair) => comparison(pair, group))];
  }
  function comparison(pair, group) {
    const names = [nameIn(group, pair.a), nameIn(group, pair.b)];
    if (pair.bits === null) {
      return [fieldsTable(pair, names), element("p", { class: "faint" }, text("card_not_weighed"))];
    }
    const table = weightsTable(pair, pair.bits, names);
    if (pair.guard === null) return [table];
    return [table, element("p", { class: "guard", "data-sverka-guard": pair.guard }, word("guard", pair.guard))];
  }
  function fieldsTable({ fields }, names) {
    return element("table", {}, tableHead(names), element("tbody", {}, ...fields.map((field) => fieldRow(field))));
  }
  function weightsTable({ fields }, sum, names) {
    const { cellOf, total } = waterfall(fields, sum);
    const meaning = element("td", { colspan: "3" }, text("card_total_meaning"));
    return element(
      "table",
      {},
      tableHead(names, element("th", { scope: "col" }, text("card_weight"))),
      element("tbody", {}, ...fields.map((field) => fieldRow(field, cellOf(field)))),
      element("tfoot", {}, element("tr", {}, element("th", { scope: "row" }, text("card_total")), meaning, total))
    );
  }
  function tableHead(names, ...further) {
    const captions = [text("card_field"), ...names, text("card_level")];
    const cells = captions.map((caption) => element("th", { scope: "col" }, caption));
    return element("thead", {}, element("tr", {}, ...cells, ...further));
  }
  function fieldRow({ field, level, left, right }, ...further) {
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, word("field", field)),
      element("td", {}, printed(field, left)),
      element("td", {}, printed(field, right)),
      element("td", { class: `level ${level}` }, word("level", level)),
      ...further
    );
  }
  function nameIn(group, key) {
    const account = group.accounts.find((found) => found.key === key);
    return account?.account_id ?? account?.organisation ?? "—";
  }
  function printed(field, value) {
    if (!value) return "—";
    if (ISO_DATE.test(value)) return dayText(value);
    return CLOSED_FIELDS.has(field) ? word(field, value) : value;
  }

  // lib/persons.js
  function initials(name) {
    const words = (name ?? "").split(/\s+/).filter((word2) => new RegExp("\\p{L}", "u").test(word2));
    return words.map((word2) => `${word2.match(new RegExp("\\p{L}", "u"))?.[0].toUpperCase()}.`).join(" ");
  }
  function nameAccount({ account_id, name }, inFull) {
    return [account_id, inFull ? name : initials(name)].filter(Boolean).join(", ");
  }

  // lib/timeline.js
  var DAY_MS = 864e5;
  function lastDayOf({ period, generated_at }) {
    return period?.[1] ?? (generated_at ?? localIso(/* @__PURE__ */ new Date())).slice(0, "yyyy-mm-dd".length);
  }
  function timeline(accounts, lastDay) {
    const stays = accounts.flatMap((account) => {
      const { enrolled, departed } = account;
      return enrolled ? [{ account, from: dayOf(enrolled), to: dayOf(departed ?? lastDay) }] : [];
    });
    if (stays.length < 2) return [];
    const start2 = Math.min(...stays.map(({ from }) => from));
    const length = Math.max(...stays.map(({ from, to }) => Math.max(from, to))) - start2 || 1;
    const overlap = longestOverlap(stays);
    const place3 = (day) => (day - start2) / length;
    const rows = stays.map((stay) => row2(stay, place3, overlap));
    return [element("h3", {}, text("card_timeline")), element("table", { class: "timeline" }, element("tbody", {}, ...rows))];
  }
  function dayOf(isoDate) {
    return Date.parse(isoDate) / DAY_MS;
  }
  function longestOverlap(stays) {
    let longest = null;
    for (const [index, one] of stays.entries()) {
      for (const other of stays.slice(index + 1)) {
        const from = Math.max(one.from, other.from);
        const to = Math.min(one.to, other.to);
        if (to - from > (longest ? longest.to - longest.from : 0)) longest = { from, to };
      }
    }
    return longest;
  }
  function row2({ account, from, to }, place3, overlap) {
    const { enrolled, departed, organisation } = account;
    const until = departed ? dayText(departed) : text("card_not_departed");
    const days = `${dayText(enrolled ?? "")} — ${until}`;
    const shared = overlap ? [bar("shared", place3(overlap.from), place3(overlap.to))] : [];
    const track2 = element("span", { class: "track", "aria-hidden": "true" }, ...shared, bar("stay", place3(from), place3(to)));
    const name = organisation ?? nameAccount(account, false);
    return element("tr", {}, element("th", { scope: "row" }, name), element("td", {}, days, track2));
  }
  function bar(kind, from, to) {
    const made = element("span", { class: kind });
    made.style.setProperty("--from", String(from));
    made.style.setProperty("--to", String(Math.max(from, to)));
    return made;
  }

  // lib/card.js
  var WITHOUT_CONFIDENCE = /* @__PURE__ */ new Set(["undecided", "not-duplicate"]);
  var DOUBTFUL = "D-27";
  function cardSections(account, group, { rules, state, lastDay }) {
    const pairs = group.pairs.filter(({ a, b }) => a === account.key || b === account.key);
    return [
      ...adviceSection(account),
      ...stepsSection(group, account),
      ...state,
      ...group.accounts.length > 1 ? comparison2(group, pairs, lastDay) : [],
      ...rulesSection([account], rules)
    ];
  }
  function groupSections(group, { rules, state, lastDay }) {
    const isResolved = group.state?.state === "resolved";
    const advice = (account) => isResolved ? [] : adviceSection(account);
    return [
      ...state,
      ...group.accounts.flatMap((account) => [accountHeading(account), ...advice(account)]),
      ...stepsSection(group),
      ...group.accounts.length > 1 ? comparison2(group, group.pairs, lastDay) : [],
      ...isResolved ? [] : rulesSection(group.accounts, rules)
    ];
  }
  function comparison2(group, pairs, lastDay) {
    return [...circumstances(group), ...timeline(group.accounts, lastDay), ...fieldsSection(group, pairs)];
  }
  function accountHeading(account) {
    return element("h3", {}, [nameAccount(account, true), account.organisation].filter(Boolean).join(" — "));
  }
  function adviceSection(account) {
    const badge = badgeOf(account);
    const isSilent = WITHOUT_CONFIDENCE.has(account.advice);
    return [
      element("p", { class: `advice ${badge}` }, element("strong", {}, word("badge", badge))),
      element("p", { class: "why" }, account.why),
      element("p", {}, word("meaning", badge)),
      ...isSilent ? [] : [element("p", { class: "faint" }, word("confidence", account.confidence))]
    ];
  }
  function stepsSection({ steps: steps2 }, account) {
    if (!steps2.length) return [];
    const items = steps2.map((step) => {
      const whose = step.account_key === account?.key ? "own" : "other";
      return element("li", { class: whose }, element("strong", {}, `${step.who}: `), ...stepDetails(step));
    });
    return [heading("card_steps"), element("ol", { class: "steps" }, ...items)];
  }
  function stepDetails(step) {
    const faint = (words) => element("span", { class: "faint" }, ` ${words}`);
    return [
      step.text,
      ...step.if ? [faint(text("step_condition", step.if))] : [],
      ...step.due ? [faint(text("step_due", dayText(step.due)))] : []
    ];
  }
  function circumstances({ verdict, cause, overlap_days: days, risk, accounts }) {
    const isDoubtful = verdict === "same" && accounts.some(({ rules }) => rules.includes(DOUBTFUL));
    const overlap = days === null ? text("card_overlap_unknown") : text("card_overlap_days", days);
    const lines = [word("verdict", isDoubtful ? "uncertain" : verdict), word("cause", cause), overlap, word("risk", risk)];
    const items = lines.map((line) => element("li", {}, line));
    return [heading("card_circumstances"), element("ul", {}, ...items)];
  }
  function fieldsSection(group, pairs) {
    const comparisons = comparisonsOf(group, pairs);
    return comparisons.length ? [heading("card_fields"), ...comparisons] : [];
  }
  function rulesSection(accounts, rules) {
    const named = new Set(accounts.flatMap((account) => account.rules));
    const items = [...named].flatMap((id) => {
      const rule = rules[id];
      return rule ? [ruleItem(id, rule)] : [];
    });
    return items.length ? [heading("card_rules"), ...items] : [];
  }
  function ruleItem(id, rule) {
    const quote = rule.quote ? [element("blockquote", {}, rule.quote)] : [];
    return element(
      "section",
      { class: "rule" },
      element("p", {}, element("strong", {}, id), ` ${rule.text}`),
      ...quote,
      element("p", { class: "faint" }, text("card_source", rule.source))
    );
  }
  function heading(key) {
    return element("h3", {}, text(key));
  }

  // lib/state.js
  var UNWORKED = /* @__PURE__ */ new Set(["found", "returned", "assigned"]);
  function isUnworked({ state }) {
    return state === null || UNWORKED.has(state.state);
  }
  function stateBadge(state) {
    return element("strong", { class: `work ${state}` }, word("work", state));
  }
  function stateLines({ change }, info) {
    const changeWords = change ? [element("span", { class: "faint" }, word("change", change))] : [];
    return [
      element("p", { class: "now" }, stateBadge(info.state), ...changeWords),
      element("p", {}, word("work_meaning", info.state)),
      ...stillSeen(info),
      ...raisedAgain(info),
      factsOf(info)
    ];
  }
  function stillSeen({ still_seen }) {
    if (!still_seen) return [];
    return [element("p", { class: "guard" }, text("state_still_seen", momentText(still_seen)))];
  }
  function raisedAgain({ changed }) {
    if (!changed.length) return [];
    const fields = changed.map((field) => word("changed", field)).join(", ");
    return [element("p", { class: "guard" }, text("state_changed", fields))];
  }
  function factsOf(info) {
    const { organisation, due, note, by, at } = info;
    const facts = {
      organisation,
      due: due && dayText(due),
      reason: reasonText(info),
      note,
      by: by && at && text("state_by", by, momentText(at)),
      first_seen: momentText(info.first_seen)
    };
    const told5 = Object.entries(facts).flatMap(
      ([name, value]) => value ? [element("dt", {}, word("fact", name)), element("dd", {}, value)] : []
    );
    return element("dl", {}, ...told5);
  }
  function reasonText({ state, reason }) {
    if (!reason) return null;
    if (state === "irremovable") return word("irremovable", reason);
    return state === "not-duplicate" ? word("not_duplicate", reason) : null;
  }

  // lib/organisation-field.js
  var LONGEST_NAME = "300";
  function organisationField(organisations, chosen = null) {
    const offered = [...new Set(chosen ? [chosen, ...organisations] : organisations)];
    const options = offered.map((name2) => element("option", { value: name2 }, name2));
    const other = element("option", { value: "" }, text("organisation_other"));
    const select2 = element("select", { name: "organisation" }, ...options, other);
    const name = element("input", { name: "other_organisation", maxlength: LONGEST_NAME, required: "" });
    name.setAttribute("aria-label", text("organisation_other_name"));
    name.placeholder = text("organisation_other_name");
    select2.value = offered[0] ?? "";
    const show = () => {
      name.hidden = select2.value !== "";
      name.disabled = name.hidden;
    };
    select2.addEventListener("change", show);
    show();
    return element("div", { class: "field" }, labelled(text("decision_organisation"), select2), name);
  }
  function organisationIn(data) {
    return String(data.get("organisation") || data.get("other_organisation")).trim();
  }
  function labelled(caption, control) {
    return element("label", {}, element("span", {}, caption), control);
  }

  // lib/decision-forms.js
  var IRREMOVABLE_REASONS = ["long-overlap", "technical", "two-histories", "other-municipality", "other"];
  var NOT_DUPLICATE_REASONS = ["twins", "namesakes", "lawful", "other"];
  var LONGEST_NOTE = "1000";
  var OTHER = "other";
  function decisionForms(group, decide) {
    const irremovable = IRREMOVABLE_REASONS.map((reason) => option(reason, word("irremovable", reason)));
    const notDuplicate = NOT_DUPLICATE_REASONS.map((reason) => option(reason, word("not_duplicate", reason)));
    return [
      decisionForm("assign", assignFields(group), assignment, decide),
      decisionForm("worked", [accountsField(group)], workDone, decide),
      decisionForm("irremovable", [reasonField(irremovable)], reasonGiven, decide),
      decisionForm("not-duplicate", [reasonField(notDuplicate)], reasonGiven, decide)
    ];
  }
  function decisionForm(act, fields, read, decide) {
    const note = element("textarea", { name: "note", maxlength: LONGEST_NOTE, rows: "2" });
    const save = element("button", { class: "main" }, text("decision_save"));
    const form = element("form", { "data-sverka-act": act }, ...fields, labelled(text("decision_note"), note), save);
    const demand = () => {
      note.required = new FormData(form).get("reason") === OTHER;
    };
    form.addEventListener("change", demand);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const said = note.value.trim();
      decide({ act, ...read(new FormData(form)), ...said ? { note: said } : {} });
    });
    return element("details", { name: "decision" }, element("summary", {}, word("act", act)), form);
  }
  function assignFields({ accounts, state }) {
    const organisations = accounts.flatMap(({ organisation }) => organisation ? [organisation] : []);
    const busy = accounts.find(({ advice }) => advice === "delete" || advice === "fix-dates");
    const today = localDay(/* @__PURE__ */ new Date());
    const term = state?.due ?? "";
    const due = element("input", { name: "due", type: "date", value: term < today ? "" : term });
    return [
      organisationField(organisations, state?.organisation ?? busy?.organisation),
      labelled(text("decision_due"), due)
    ];
  }
  function assignment(data) {
    const due = String(data.get("due") ?? "");
    return { organisation: organisationIn(data), ...due ? { due } : {} };
  }
  function accountsField({ accounts }) {
    const keep = accounts.find((account) => kindOf(account) === "keep");
    const rows = accounts.map((account) => {
      const kept3 = element("input", { type: "radio", name: "kept", value: account.key, required: "" });
      const removed = element("input", { type: "checkbox", name: "removed", value: account.key });
      kept3.checked = account === keep;
      removed.checked = kindOf(account) === "delete";
      return element(
        "tr",
        {},
        element("th", { scope: "row" }, accountText(account)),
        element("td", {}, element("label", {}, kept3, text("decision_kept"))),
        element("td", {}, element("label", {}, removed, text("decision_removed")))
      );
    });
    const field = element("fieldset", {}, element("legend", {}, text("decision_accounts")), element("table", {}, ...rows));
    field.addEventListener("change", ({ target }) => contradict(field, target));
    return field;
  }
  function accountText(account) {
    return [nameAccount(account, true), account.organisation].filter(Boolean).join(" — ");
  }
  function contradict(field, ticked) {
    for (const input of field.querySelectorAll("input")) {
      const isOther = ticked instanceof HTMLInputElement && input !== ticked && input.value === ticked.value;
      if (isOther && ticked.checked) input.checked = false;
    }
  }
  function workDone(data) {
    return { kept: String(data.get("kept")), removed: data.getAll("removed").map(String) };
  }
  function reasonField(options) {
    const select2 = element("select", { name: "reason", required: "" }, option("", text("decision_choose")), ...options);
    return labelled(text("decision_reason"), select2);
  }
  function reasonGiven(data) {
    return { reason: String(data.get("reason")) };
  }
  function option(value, label) {
    return element("option", { value }, label);
  }

  // lib/state-section.js
  var CONFLICT = "conflict";
  function stateSection(group, onDecided, signal) {
    return group.state ? [new StateSection(group, group.state, onDecided, signal).section] : [];
  }
  var StateSection = class {
    #heading = element("h3", { tabindex: "-1" }, text("state_title"));
    #body = element("div");
    #outcome = element("div", { role: "status", class: "outcome" });
    #group;
    #info;
    #onDecided;
    #signal;
    /**
     * @param {Group} group
     * @param {StateInfo} info
     * @param {(decided: Decided) => void} onDecided
     * @param {AbortSignal} signal
     */
    constructor(group, info, onDecided, signal) {
      this.#group = group;
      this.#info = info;
      this.#onDecided = onDecided;
      this.#signal = signal;
      this.section = element("section", { class: "state" }, this.#heading, this.#body, this.#outcome);
      this.#show();
    }
    #show() {
      const info = this.#info;
      this.section.setAttribute("data-sverka-work", info.state);
      const undo = button(text("decision_undo"), () => void this.#decide({ act: "undo" }), { class: "undo" });
      this.#body.replaceChildren(
        ...stateLines(this.#group, info),
        element("div", { class: "decisions" }, ...this.#forms(), ...info.undoable ? [undo] : []),
        element("p", { class: "faint" }, text("state_resolved_by_report"))
      );
    }
    #forms() {
      if (this.#info.state === "resolved") return [];
      return decisionForms(this.#group, (wish) => void this.#decide(wish));
    }
    /** @param {Wish} wish */
    async #decide(wish) {
      const decision = { group: this.#group.id, version: this.#info.version, ...wish };
      await this.#take(() => ask("decide", decision, this.#signal), text("decision_saved"));
    }
    async #refresh() {
      const asked = { group: this.#group.id };
      const current = async () => (await ask("group", asked, this.#signal)).group ?? { state: null, not_duplicate: null };
      await this.#take(current, text("state_refreshed"));
    }
    /**
     * Shows the state that the ledger answers, or why there is none.
     * @param {() => Promise<Decided>} request
     * @param {string} done
     */
    async #take(request, done) {
      if (this.section.ariaBusy === "true") return;
      this.section.ariaBusy = "true";
      this.#tell(text("decision_saving"));
      try {
        const { state, not_duplicate } = await request();
        if (state) this.#keep({ state, not_duplicate }, state);
        this.#tell(`${done} ${word("work", this.#info.state)}.`);
      } catch (error) {
        if (!this.#signal.aborted) this.#tellProblem(error);
      } finally {
        this.section.ariaBusy = "false";
      }
    }
    /**
     * @param {Decided} decided
     * @param {StateInfo} info
     */
    #keep(decided, info) {
      this.#group = { ...this.#group, ...decided };
      this.#info = info;
      this.#show();
      this.#heading.focus();
      this.#onDecided(decided);
    }
    /** @param {unknown} error */
    #tellProblem(error) {
      if (!(error instanceof ProblemError)) throw error;
      const current = button(text("state_refresh"), () => void this.#refresh());
      const words = element("p", { class: "bad" }, element("strong", {}, error.message), ` ${error.hint}`);
      this.#tell(words, ...error.code === CONFLICT ? [current] : []);
    }
    /** @param {...(Node | string)} content */
    #tell(...content2) {
      this.#outcome.replaceChildren(...content2);
      this.#outcome.scrollIntoView?.({ block: "nearest" });
    }
  };

  // lib/group-dialog.js
  async function groupNotes(page, signal) {
    const notes = page.analysis.groups.map(async (listed) => {
      const note = element("section", { class: "in-group", "data-sverka-group": listed.id });
      const open2 = button(text("card_open_group"), () => void openGroup(page, listed, signal));
      const show = async () => {
        const group = await wholeGroup(page.analysis, listed);
        note.replaceChildren(...linesOf2(group, page.analysis.page.account_key), open2);
        note.setAttribute("data-sverka-work", group.state?.state ?? "");
      };
      page.news.addEventListener("decided", () => void show(), { signal });
      await show();
      return note;
    });
    return await Promise.all(notes);
  }
  function linesOf2({ accounts, state }, key) {
    const own = accounts.find((account) => account.key === key);
    const advice = own ? [element("strong", {}, word("badge", badgeOf(own))), ` — ${own.why}`] : [];
    return [
      element("p", {}, text("card_in_group", accounts.length)),
      ...own ? [element("p", { "data-sverka-advice": own.advice }, `${text("card_group_advice")} `, ...advice)] : [],
      ...state ? [element("p", {}, `${text("card_group_state")} `, stateBadge(state.state), decisionOf(state))] : []
    ];
  }
  function decisionOf({ organisation, due, by }) {
    const told5 = [organisation, due && text("panel_due", dayText(due)), by && text("card_group_decided_by", by)];
    return told5.filter(Boolean).map((words) => ` · ${words}`).join("");
  }
  async function openGroup({ analysis, overlay, news }, listed, signal) {
    const group = await wholeGroup(analysis, listed);
    if (signal.aborted) return;
    const closing = new AbortController();
    const state = stateSection(group, (decided) => {
      keepDecision(listed, decided);
      news.dispatchEvent(new Event("decided"));
    }, signal);
    const around8 = { rules: analysis.rules, state, lastDay: lastDayOf(analysis.page) };
    const dialog = element(
      "dialog",
      { class: "card", "aria-labelledby": "group-title" },
      element(
        "header",
        {},
        element("h2", { id: "group-title" }, text("card_group_title")),
        button(text("close"), () => dialog.close(), { class: "close" })
      ),
      element("div", { class: "card-body" }, ...groupSections(group, around8))
    );
    dialog.addEventListener("close", () => closing.abort());
    overlay.show(dialog, AbortSignal.any([signal, closing.signal]));
    dialog.showModal();
  }

  // lib/link-section.js
  var FIELD_OF = /* @__PURE__ */ new Map([
    ["student-card", "parents"],
    ["parent-card", "children"]
  ]);
  var MISSING = /* @__PURE__ */ new Set(["L-01", "L-02"]);
  function linkSection(page, signal) {
    const field = FIELD_OF.get(page.analysis.page.kind) ?? "";
    const [state, sentence] = linkOf(page, field);
    const items = toldOnce(page.analysis.findings.filter(isOfLinks)).map((told5) => findingItem(told5, page, signal));
    if (state === "untold" && !items.length) return [];
    return [
      element(
        "section",
        { class: `link ${state}`, "data-sverka-link": state },
        ...sentence ? [element("p", {}, sentence)] : [],
        ...items.length ? [element("ul", { class: "findings" }, ...items)] : []
      )
    ];
  }
  function linkOf({ analysis }, field) {
    const unread = analysis.page.warnings.find(({ code }) => isUnreadLink(code));
    if (unread) return ["unread", unread.message];
    if (analysis.findings.some(({ rule }) => MISSING.has(rule))) return ["missing", ""];
    const names = analysis.page.linked;
    return names.length ? ["present", `${word("linked", field)}: ${names.join(", ")}.`] : ["untold", ""];
  }
  function isUnreadLink(code) {
    return [...FIELD_OF.values()].some((field) => code === `${field}-unread`);
  }

  // site/sample.js
  var CLASSES_KEPT = new Set(
    "table table-print table-bordered sheet-footer main-report-title report-title-school select title modal modal-body hidden".split(" ")
  );
  var ATTRIBUTES_AS_THEY_ARE = /* @__PURE__ */ new Set(["colspan", "rowspan", "align", "type"]);
  function maskedSample(root) {
    const copy = inertCopy(root);
    clean(copy);
    const walker = copy.ownerDocument.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) walker.currentNode.nodeValue = mask(walker.currentNode.nodeValue ?? "");
    for (const element2 of [copy, ...copy.querySelectorAll("*")]) maskAttributes(element2);
    return copy.outerHTML;
  }
  function mask(content2) {
    return content2.replace(new RegExp("\\p{Lu}", "gu"), (letter) => isCyrillic(letter) ? "Ж" : "X").replace(new RegExp("(?!\\p{Lu})\\p{L}", "gu"), (letter) => isCyrillic(letter) ? "ж" : "x").replace(new RegExp("\\p{N}", "gu"), "0");
  }
  function isCyrillic(letter) {
    return new RegExp("\\p{Script=Cyrillic}", "u").test(letter);
  }
  function maskAttributes(element2) {
    for (const { name, value } of [...element2.attributes]) {
      if (name === "class") element2.setAttribute(name, keptClasses(element2));
      else if (!ATTRIBUTES_AS_THEY_ARE.has(name)) element2.setAttribute(name, mask(value));
    }
  }
  function keptClasses(element2) {
    return [...element2.classList].map((name) => CLASSES_KEPT.has(name) ? name : mask(name)).join(" ");
  }

  // lib/state-message.js
  function stateMessage({ kind, root, state, problem, retry, overlay }) {
    if (!problem) return element("p", {}, word("reading", kind));
    const sample = state === "unknown-layout" ? [copyButton(text("bar_copy_sample"), () => maskedSample(root), overlay)] : [];
    return element(
      "div",
      { class: "problem" },
      element("p", {}, element("strong", {}, problem.message), ` ${problem.hint}`),
      ...retry ? [button(text("bar_retry"), retry)] : [],
      ...sample
    );
  }

  // features/card-banner.js
  var NOT_REMEMBERED = "page-not-remembered";
  var cardBanner = {
    id: "card-banner",
    include: ({ kind }) => kind === "card",
    async init(page, signal) {
      const content2 = isAnalysed(page) ? await told(page, signal) : [stateMessage(page)];
      signal.throwIfAborted();
      showBanner(page, summary(page), content2, signal);
      page.overlay.announce(isAnalysed(page) ? summary(page) : page.problem?.message ?? word("reading", page.kind));
    }
  };
  function summary(page) {
    if (!isAnalysed(page)) return "";
    const { findings, page: read } = page.analysis;
    const isPartlyRead = read.warnings.some(({ code }) => code !== NOT_REMEMBERED);
    if (!findings.length) return text(isPartlyRead ? "card_partly_read" : "card_nothing");
    const toKnow = findings.filter(({ severity }) => severity === "info").length;
    return toKnow ? text("card_counted_with_info", findings.length, toKnow) : text("card_counted", findings.length);
  }
  async function told(page, signal) {
    const { analysis } = page;
    const others = toldOnce(analysis.findings.filter((finding) => !isOfLinks(finding)));
    const items = others.map((entry) => findingItem(entry, page, signal));
    const warnings2 = analysis.page.warnings.filter(({ code }) => !isUnreadLink(code));
    return [
      ...await groupNotes(page, signal),
      ...linkSection(page, signal),
      ...items.length ? [element("ul", { class: "findings" }, ...items)] : [],
      ...warnings2.map(({ message }) => element("p", { class: "faint" }, message))
    ];
  }

  // lib/clone-doubt.js
  var TWINS_RULE = "D-15";
  var DOUBTS = (
    /** @type {Doubt[]} */
    ["twins", "not-duplicate", "undecided", "preliminary"]
  );
  function doubtInAnyOf(groups) {
    const found = new Set(groups.map(doubtIn));
    return DOUBTS.find((doubt) => found.has(doubt)) ?? null;
  }
  function doubtIn({ accounts }) {
    const lawful = accounts.filter(({ advice }) => advice === "not-duplicate");
    if (lawful.some(({ rules }) => rules.includes(TWINS_RULE))) return "twins";
    if (lawful.length) return "not-duplicate";
    if (accounts.some((account) => kindOf(account) === "undecided")) return "undecided";
    return accounts.some(({ confidence }) => confidence === "low") ? "preliminary" : null;
  }

  // lib/note.js
  var GAP = 8;
  var NARROWEST_NOTE = 300;
  function showNote(field, noteOf2, overlay, signal) {
    let showing = new AbortController();
    const hide = () => showing.abort();
    const show = () => {
      hide();
      showing = new AbortController();
      const note = noteOf2();
      const follow = () => place(note, field.getBoundingClientRect());
      const until = AbortSignal.any([signal, showing.signal]);
      overlay.show(note, until);
      self.addEventListener("scroll", follow, { capture: true, signal: until });
      follow();
    };
    for (const type of ["focusin", "pointerenter"]) field.addEventListener(type, show, { signal });
    for (const type of ["focusout", "pointerleave"]) field.addEventListener(type, hide, { signal });
  }
  function place(note, { left, right, top, bottom }) {
    const isBeside = self.innerWidth - right >= NARROWEST_NOTE;
    note.style.left = `${isBeside ? right + GAP : Math.max(0, left)}px`;
    note.style.top = `${isBeside ? top : bottom + GAP}px`;
  }

  // lib/table.js
  function rowsOf(table) {
    return [...table.querySelectorAll("tr")].filter((row3) => row3.closest("table") === table);
  }
  function blocksOf(rows) {
    const blocks = [];
    let end = 0;
    rows.forEach((row3, index) => {
      if (index >= end) blocks.push([]);
      blocks.at(-1)?.push(row3);
      end = Math.max(end, index + reach(row3, rows.length - index));
    });
    return blocks;
  }
  function reach(row3, left) {
    return Math.max(1, ...[...row3.cells].map(({ rowSpan }) => rowSpan || left));
  }

  // site/places.js
  async function locateAccounts({ subject, analysis, tables }, signal) {
    const table = tablesIn(subject.root)[tables[analysis.page.table ?? -1] ?? -1] ?? null;
    const rows = table ? rowsOf(table) : [];
    return { table, rows, marks: await locate(analysis, rows, signal) };
  }
  async function locate(analysis, rows, signal) {
    const named = analysis.groups.flatMap(
      (group) => group.accounts.flatMap((account) => account.places.map((place3) => ({ place: place3, account, group })))
    );
    named.sort((a, b) => a.place.tr - b.place.tr || a.place.col - b.place.col);
    const marks = await mapInSlices(
      named,
      ({ place: place3, account, group }) => {
        const cell = rows[place3.tr]?.cells[place3.col];
        return cell ? { cell, account, group } : null;
      },
      signal
    );
    return marks.filter((mark3) => mark3 !== null);
  }

  // site/clones.js
  var clonesKind = {
    find: findCloneGroups,
    holdsPerson: () => false,
    valuesOf: () => "",
    changesSilently: false,
    comesInParts: false,
    restsOnOthers: true,
    patienceFor: () => 0,
    capture,
    locate: locateAccounts
  };
  function findCloneGroups(page) {
    return $$(`${TABLE_TITLES}, ${TITLES}`, HTMLElement, page).filter((title) => isCloneGroupTitle(title.textContent) && !title.closest(NAVIGATION)).map((title) => around2(title)).filter((group) => group !== null);
  }
  function around2(title) {
    for (let root = title.parentElement; root; root = root.parentElement) {
      const table = $optional("table", HTMLTableElement, root);
      if (table) return { kind: "clones", root, title: title.textContent.trim(), table };
    }
    return null;
  }
  function groupButtons(root) {
    const bodies = [...$optional("table", HTMLTableElement, root)?.tBodies ?? []];
    const place3 = root.closest(CELLS) ?? root;
    return irrevocableButtons(place3).filter((button2) => !bodies.some((body) => body.contains(button2)));
  }
  function irrevocableButtons(place3) {
    return $$(PRESSED, HTMLElement, place3).filter((button2) => isIrrevocable(wordsOn(button2)));
  }
  function wordsOn(button2) {
    const value = button2 instanceof HTMLInputElement ? button2.value : button2.textContent;
    return `${value} ${button2.title} ${button2.getAttribute("aria-label") ?? ""}`;
  }

  // features/clones-warning.js
  var WARNING = "data-sverka-warning";
  var ATTRIBUTES2 = [WARNING, "aria-description"];
  var clonesWarning = {
    id: "clones-warning",
    include: ({ kind }) => kind === "clones",
    init(page, signal) {
      if (isAnalysed(page)) warn(page, signal);
      else if (page.problem) tellProblem(page, signal);
    }
  };
  function warn({ root, marks, overlay }, signal) {
    const frameAll = (buttons, doubt) => {
      for (const button2 of doubt ? buttons : []) frame(button2, doubt ?? "", overlay, signal);
    };
    for (const { cell, group } of marks) {
      const row3 = cell.closest("tr");
      if (row3) frameAll(irrevocableButtons(row3), doubtIn(group));
    }
    frameAll(groupButtons(root), doubtInAnyOf(marks.map(({ group }) => group)));
  }
  function frame(button2, doubt, overlay, signal) {
    const words = word("clones_doubt", doubt);
    button2.setAttribute(WARNING, doubt);
    button2.setAttribute("aria-description", text("finding_spoken", words));
    showNote(button2, () => element("div", { class: "note error", "aria-hidden": "true" }, element("p", {}, words)), overlay, signal);
    signal.addEventListener("abort", () => ATTRIBUTES2.forEach((name) => button2.removeAttribute(name)));
  }
  function tellProblem(page, signal) {
    const name = element("strong", { class: "name" }, text("extension_name"));
    const body = element("div", { class: "bar-body" }, stateMessage(page));
    page.overlay.show(element("section", { class: `bar ${page.state}`, "aria-label": text("extension_name") }, name, body), signal);
    page.overlay.announce(page.problem?.message ?? "");
  }

  // features/field-findings.js
  var ATTRIBUTES3 = ["data-sverka-finding", "data-sverka-severity", "aria-description"];
  var fieldFindings = {
    id: "field-findings",
    include: (page) => page.fields.size > 0 && isAnalysed(page),
    init({ analysis, fields, overlay }, signal) {
      const marked = /* @__PURE__ */ new Map();
      for (const finding of worstFirst(analysis?.findings ?? [])) {
        const field = fieldOrNextBest(fields, finding.field);
        if (field) marked.set(field, [...marked.get(field) ?? [], finding]);
      }
      for (const [field, findings] of marked) {
        mark(field, findings);
        showNote(field, () => noteOf(findings), overlay, signal);
      }
      signal.addEventListener("abort", () => {
        for (const field of marked.keys()) ATTRIBUTES3.forEach((name) => field.removeAttribute(name));
      });
    }
  };
  function mark(field, findings) {
    const words = findings.map(({ why }) => why).join(" ");
    const rules = new Set(findings.map(({ rule }) => rule));
    field.setAttribute("data-sverka-finding", [...rules].join(" "));
    field.setAttribute("data-sverka-severity", findings[0]?.severity ?? "");
    field.setAttribute("aria-description", text("finding_spoken", words));
  }
  function noteOf(findings) {
    const lines = findings.map(({ why, proposed }) => {
      const form = proposed ? [` ${text("finding_proposed")} `, element("strong", {}, proposed)] : [];
      return element("p", {}, why, ...form);
    });
    return element("div", { class: `note ${findings[0]?.severity}`, "aria-hidden": "true" }, ...lines);
  }

  // lib/remarks.js
  var OF_RULE = (
    /** @type {Map<string, Remark>} */
    /* @__PURE__ */ new Map([
      ["S-03", "double"],
      ["S-04", "alike"],
      ["S-01", "no-parent"],
      ["S-02", "no-children"],
      ["S-05", "errors"],
      ["S-07", "errors"],
      ["S-06", "unseen"]
    ])
  );
  var REMARKS = [...new Set(OF_RULE.values())];
  function remarksOf(findings) {
    const told5 = new Set(findings.map(({ rule }) => OF_RULE.get(rule)));
    return REMARKS.filter((remark) => told5.has(remark));
  }

  // features/list-badges.js
  var ATTRIBUTES4 = ["data-sverka-remark", "data-sverka-rule", "aria-description"];
  var listBadges = {
    id: "list-badges",
    include: (page) => page.kind === "list" && isAnalysed(page),
    init({ people }, signal) {
      for (const { cell, findings } of people) {
        const remarks = remarksOf(findings);
        const words = remarks.map((remark) => word("badge_remark", remark)).join(", ");
        const rules = new Set(findings.map(({ rule }) => rule));
        cell.setAttribute("data-sverka-remark", remarks[0] ?? "");
        cell.setAttribute("data-sverka-rule", [...rules].join(" "));
        cell.setAttribute("aria-description", text("badge_spoken", words));
      }
      signal.addEventListener("abort", () => {
        for (const { cell } of people) ATTRIBUTES4.forEach((name) => cell.removeAttribute(name));
      });
    }
  };

  // lib/bar.js
  var kept2 = { folded: false };
  function showBar({ state, overlay }, content2, spoken3, signal) {
    const body = element("div", { class: "bar-body" }, ...content2);
    const fold2 = foldButton(body, kept2);
    const name = element("strong", { class: "name" }, text("extension_name"));
    overlay.show(element("section", { class: `bar ${state}`, "aria-label": text("extension_name") }, name, body, fold2), signal);
    overlay.announce(spoken3);
  }

  // lib/filter.js
  var HIDDEN = "data-sverka-hidden";
  function showOnly(rows, marks, choice) {
    const wanted = new Set(
      marks.filter((mark3) => isChosen(mark3, choice)).map(({ cell }) => cell.parentElement)
    );
    showRows(rows, choice === null ? null : wanted);
  }
  function showRows(rows, wanted) {
    for (const block of blocksOf(rows)) {
      const hidden = wanted !== null && !block.some((row3) => wanted.has(row3));
      for (const row3 of block) row3.toggleAttribute(HIDDEN, hidden);
    }
  }
  function isChosen({ account, group }, choice) {
    if (choice === "high-risk") return group.risk === "high";
    return choice === "unworked" ? isUnworked(group) : kindOf(account) === choice;
  }

  // lib/list-share.js
  var lists = /* @__PURE__ */ new Map();
  function shareOf(kind, { total, filters, page, people }) {
    const list = JSON.stringify([kind, total, filters]);
    const shown = lists.get(list) ?? /* @__PURE__ */ new Map();
    lists.set(list, shown);
    for (const person of people) {
      shown.set(person.account_key ?? `${page} ${person.row}`, person.looked_at !== null);
    }
    return { shown: shown.size, lookedAt: [...shown.values()].filter(Boolean).length };
  }

  // features/list-bar.js
  var listBar = {
    id: "list-bar",
    include: ({ kind }) => kind === "list",
    init(page, signal) {
      if (!isAnalysed(page)) {
        showBar(page, [stateMessage(page)], page.problem?.message ?? word("reading", page.kind), signal);
        return;
      }
      const { listing, page: read } = page.analysis;
      const warnings2 = read.warnings.map(({ message }) => element("p", { class: "warning" }, message));
      const lines = listing?.people.length ? told2(page, listing) : [];
      const filter = page.people.length ? [filterOf(page, signal)] : [];
      const content2 = [...lines.map((line) => element("p", {}, line)), ...filter, ...warnings2];
      showBar(page, content2, [...lines, ...read.warnings.map(({ message }) => message)].join(" "), signal);
    }
  };
  function told2({ analysis }, listing) {
    const { shown, lookedAt } = shareOf(analysis.page.kind, listing);
    const { total, filters, unfiltered } = listing;
    const share = total ? Math.min(100, Math.floor(shown / total * 100)) : 0;
    const chosen = filters.map(({ caption, value }) => [caption, value].filter(Boolean).join(" — ")).join(", ");
    const partly = filters.length ? text("list_filtered", chosen) : text("list_filters_unknown");
    return [
      total ? text("list_shown_of", shown, total, share) : text("list_shown", shown),
      text("list_looked_at", lookedAt, shown),
      ...unfiltered ? [] : [partly]
    ];
  }
  function filterOf({ analysis, rows, people, cursor }, signal) {
    const dataRows = rows.slice(analysis.page.first_data_tr ?? 0);
    const marked = people.map(({ cell, findings }) => ({ row: cell.parentElement, remarks: remarksOf(findings) }));
    const buttons = /* @__PURE__ */ new Map();
    const choose = (chosen) => {
      const wanted = marked.filter(({ remarks }) => remarks.some((remark) => remark === chosen)).map(({ row: row3 }) => row3);
      showRows(dataRows, chosen ? new Set(wanted) : null);
      cursor.leaveHidden();
      for (const [remark, made] of buttons) made.setAttribute("aria-pressed", String(remark === chosen));
    };
    buttons.set("", button(text("bar_all"), () => choose(""), { "aria-pressed": "true" }));
    for (const remark of REMARKS) {
      const count = marked.filter(({ remarks }) => remarks.includes(remark)).length;
      if (!count) continue;
      const label = `${word("badge_remark", remark)}: ${count}`;
      buttons.set(remark, button(label, () => choose(remark), { class: `kind ${remark}`, "aria-pressed": "false" }));
    }
    signal.addEventListener("abort", () => showRows(dataRows, null));
    return element("div", { class: "filter", role: "group", "aria-label": text("list_filter") }, ...buttons.values());
  }

  // lib/cell-card.js
  var CONTROLS = "a, button, input, select, textarea, label";
  function onMarkedCell(marked, { root, cursor }, open2, signal) {
    const onClick = ({ target }) => {
      if (!(target instanceof Element) || target.closest(CONTROLS) || isTextSelected()) return;
      const cell = target.closest(marked);
      if (cell instanceof HTMLTableCellElement) open2(cell);
    };
    const onKey = (event) => {
      const cell = event.target;
      if (!(cell instanceof HTMLTableCellElement) || !cell.matches(marked)) return;
      if (event.key === "ArrowDown") cursor.step(1, () => true);
      else if (event.key === "ArrowUp") cursor.step(-1, () => true);
      else if (event.key === "Enter" || event.key === " ") open2(cell);
      else return;
      event.preventDefault();
    };
    root.addEventListener("click", onClick, { signal });
    root.addEventListener("keydown", onKey, { signal });
  }
  function isTextSelected() {
    return document.getSelection()?.isCollapsed === false;
  }
  function openCardOf(cell, title, sections, { overlay, cursor }, signal) {
    const closing = new AbortController();
    const close = button(text("close"), () => dialog.close(), { class: "close" });
    const dialog = element(
      "dialog",
      { class: "card", "aria-labelledby": "card-title" },
      element("header", {}, element("h2", { id: "card-title" }, title), close),
      element("div", { class: "card-body" }, ...sections)
    );
    dialog.addEventListener("close", () => {
      closing.abort();
      cursor.focus(cell);
    });
    overlay.show(dialog, AbortSignal.any([signal, closing.signal]));
    dialog.showModal();
  }

  // features/list-why.js
  var MARKED = "[data-sverka-remark]";
  var listWhy = {
    id: "list-why",
    include: ({ kind, people }) => kind === "list" && people.length > 0,
    init(page, signal) {
      if (isAnalysed(page)) onMarkedCell(MARKED, page, (cell) => open(cell, page, signal), signal);
    }
  };
  function open(cell, page, signal) {
    const found = page.people.find((marked) => marked.cell === cell);
    if (!found) return;
    const { person, findings } = found;
    const items = findings.map(
      (finding) => element(
        "li",
        { class: `finding ${finding.severity}`, "data-sverka-rule": finding.rule },
        element("p", { class: "where faint" }, word("finding", finding.advice)),
        ...findingDetails(finding, page)
      )
    );
    const title = [person.name, person.account_id].filter(Boolean).join(", ") || text("card_no_name");
    openCardOf(cell, title, [element("ul", { class: "findings" }, ...items)], page, signal);
  }

  // features/movement-state.js
  var movementState = {
    id: "movement-state",
    include: ({ kind }) => kind === "movement",
    init(page, signal) {
      const content2 = isAnalysed(page) ? told3(page) : [stateMessage(page)];
      const name = element("strong", { class: "name" }, text("extension_name"));
      const body = element("div", { class: "bar-body" }, ...content2);
      const attributes = { class: `bar movement ${page.state}`, "aria-label": text("extension_name") };
      page.overlay.show(element("section", attributes, name, body), signal);
      page.overlay.announce(spoken(page));
    }
  };
  function spoken(page) {
    if (!isAnalysed(page)) return page.problem?.message ?? word("reading", page.kind);
    return summary2(page);
  }
  function told3(page) {
    const { warnings: warnings2 } = page.analysis.page;
    const list = element("ul", {}, ...warnings2.map((warning) => element("li", {}, whereOf(warning), warning.message)));
    return [element("p", {}, summary2(page)), ...warnings2.length ? [list] : []];
  }
  function summary2({ analysis }) {
    const { movement } = analysis;
    if (!movement?.account_id) return text("movement_of_nobody", movement?.documents.length ?? 0);
    return text("movement_read", movement.account_id, movement.documents.length);
  }
  function whereOf({ row: row3 }) {
    return row3 === null ? "" : `${text("bar_row", row3 + 1)}: `;
  }

  // site/order.js
  var orderKind = {
    find: findOrderEntries,
    holdsPerson: () => false,
    valuesOf: valuesOf2,
    changesSilently: true,
    comesInParts: false,
    patienceFor: () => 0,
    capture,
    locate: (answered) => Promise.resolve(locateChildren(answered))
  };
  function findOrderEntries(page) {
    return $$(SCREEN_TITLES, HTMLElement, page).filter((title) => isOrderEntryTitle(title.textContent)).map((title) => around3(title)).filter((entry) => entry !== null);
  }
  function around3(title) {
    for (let root = title.parentElement; root; root = root.parentElement) {
      const holdsChildren = ["input", "table"].some((tag) => root.getElementsByTagName(tag).length > 0);
      if (holdsChildren) return { kind: "order", root, title: title.textContent.trim(), table: null };
    }
    return null;
  }
  function locateChildren({ subject, analysis, tables }) {
    const { table: sent, first_data_tr: first, rows: children } = analysis.page;
    const table = tablesIn(subject.root)[tables[sent ?? -1] ?? -1];
    if (table) return { rows: rowsOf(table).slice(first ?? 0) };
    return children > 1 ? {} : { fields: locateFields(subject.root) };
  }
  function childIn(row3) {
    const cells = [...row3.cells].map((cell) => $$("input", HTMLInputElement, cell).map(({ value }) => value).join(" ") || cell.textContent);
    return cells.map((words) => words.trim()).filter(Boolean).join(" ");
  }

  // features/order-warning.js
  var ATTRIBUTES5 = ["data-sverka-finding", "data-sverka-severity", "aria-description"];
  var orderWarning = {
    id: "order-warning",
    include: ({ kind }) => kind === "order",
    init(page, signal) {
      const content2 = isAnalysed(page) ? told4(page, signal) : page.problem ? [stateMessage(page)] : [];
      if (!content2.length) return;
      showBanner(page, summary3(page), content2, signal);
      page.overlay.announce(summary3(page));
    }
  };
  function summary3({ analysis, problem }) {
    if (problem) return problem.message;
    const known = analysis?.findings.length ?? 0;
    return known ? text("order_known", known) : text("order_unchecked");
  }
  function told4(page, signal) {
    const { findings, page: read } = page.analysis;
    const items = findings.map((finding) => {
      const row3 = page.rows[finding.row ?? 0];
      if (row3) markRow(row3, finding, signal);
      const fields = row3 ? [] : [finding.field];
      return findingItem({ finding, fields, who: row3 ? childIn(row3) : "" }, page, signal);
    });
    return [
      ...items.length ? [element("ul", { class: "findings" }, ...items)] : [],
      ...read.warnings.map(({ message }) => element("p", { class: "faint" }, message))
    ];
  }
  function markRow(row3, { rule, severity, why }, signal) {
    const values = [rule, severity, text("finding_spoken", why)];
    ATTRIBUTES5.forEach((name, at) => row3.setAttribute(name, values[at] ?? ""));
    signal.addEventListener("abort", () => ATTRIBUTES5.forEach((name) => row3.removeAttribute(name)));
  }

  // site/password.js
  function findPasswordDialogs(page) {
    const passwords = [...page.getElementsByTagName("input")].filter((field) => field.matches(PASSWORD));
    const dialogs = passwords.map((field) => around4(field)).filter((dialog) => dialog !== null);
    return [...new Set(dialogs)];
  }
  function around4(field) {
    for (let root = field.parentElement; root; root = root.parentElement) {
      const count = $$(PASSWORD, HTMLInputElement, root).length;
      if (count > 2) return null;
      if (count === 2 && says(root, "first") && says(root, "second")) return root;
    }
    return null;
  }
  function says(root, part) {
    return $$(CAPTIONS, HTMLElement, root).some(({ textContent }) => isPasswordCaption(part, textContent));
  }
  function passwordFields(dialog) {
    const [first, second] = $$(PASSWORD, HTMLInputElement, dialog);
    return first && second ? { first, second } : null;
  }
  function changeAtFirstLogin(page) {
    const ticks = $$("input[type='checkbox' i]", HTMLInputElement, page).filter((tick) => {
      const words = tick.labels?.[0]?.textContent ?? tick.parentElement?.textContent ?? "";
      return isPasswordCaption("changeAtFirstLogin", words);
    });
    return ticks.length === 1 ? ticks[0] ?? null : null;
  }

  // features/password-help.js
  var MARK = "data-sverka-password";
  var ATTRIBUTES6 = [MARK, "aria-description"];
  var GAP2 = 8;
  var passwordHelp = {
    id: "password-help",
    include: ({ kind }) => kind === "password-dialog",
    init({ root, overlay }, signal) {
      const outcome = element("p", { role: "status", class: "outcome" });
      const complaint = element("p", { class: "complaint" });
      const print = button(text("password_print"), () => printPassword(root, outcome), { class: "print" });
      const check = () => {
        const fault = faultIn(root);
        complaint.textContent = fault ? word("password_fault", fault) : "";
        print.disabled = fault !== null || !passwordFields(root)?.first.value;
      };
      const fill2 = () => {
        outcome.textContent = fillIn(root);
        check();
      };
      const box = element(
        "section",
        { class: "password", "aria-label": text("password_title") },
        element("strong", { class: "name" }, text("password_title")),
        element("div", { class: "buttons" }, button(text("password_fill"), fill2, { class: "main fill" }), print),
        complaint,
        outcome
      );
      check();
      overlay.show(box, signal);
      keepBelow(box, root, signal);
      root.addEventListener("input", check, { signal });
      signal.addEventListener("abort", () => unmark(root));
    }
  };
  function fillIn(root) {
    const fields = passwordFields(root);
    if (!fields) return text("password_not_found");
    const password2 = newPassword();
    for (const field of [fields.first, fields.second]) {
      field.value = password2;
      for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
    }
    const tick = changeAtFirstLogin(document);
    if (tick && !tick.checked) tick.click();
    return word("password_filled", tick?.checked ? "with_tick" : "without_tick");
  }
  function printPassword(root, outcome) {
    const password2 = passwordFields(root)?.first.value ?? "";
    printHandOut(handOutFacts(document, password2));
    outcome.replaceChildren(text("password_printed"));
  }
  function faultIn(root) {
    unmark(root);
    const fields = passwordFields(root);
    if (!fields?.first.value) return null;
    const { first, second } = fields;
    if (first.value.length < SHORTEST_PASSWORD) return mark2(first, "short");
    return second.value && first.value !== second.value ? mark2(second, "differs") : null;
  }
  function mark2(field, fault) {
    field.setAttribute(MARK, fault);
    field.setAttribute("aria-description", word("password_fault", fault));
    return fault;
  }
  function unmark(root) {
    for (const field of root.querySelectorAll(`[${MARK}]`)) ATTRIBUTES6.forEach((name) => field.removeAttribute(name));
  }
  function keepBelow(box, root, signal) {
    const place3 = () => {
      const { left, bottom } = root.getBoundingClientRect();
      box.style.left = `${Math.max(0, left)}px`;
      box.style.top = `${Math.max(0, Math.min(bottom + GAP2, self.innerHeight - box.offsetHeight - GAP2))}px`;
    };
    place3();
    self.addEventListener("resize", place3, { signal });
    self.addEventListener("scroll", place3, { capture: true, signal });
  }

  // lib/completeness.js
  var UNREAD_TABLES = "several-tables";
  var EMPTY = "empty-report";
  function unreadPart({ page }) {
    return page.warnings.find(({ code }) => code === UNREAD_TABLES);
  }
  function isEmptyReport({ page }) {
    return page.warnings.some(({ code }) => code === EMPTY);
  }

  // lib/filter-buttons.js
  function createFilter({ analysis, rows, marks, cursor, news }, counts, signal) {
    const dataRows = rows.slice(analysis.page.first_data_tr ?? 0);
    let chosen = null;
    const choose = (choice) => {
      chosen = choice;
      showOnly(dataRows, marks, chosen);
      cursor.leaveHidden();
      for (const [offered, made] of buttons) made.setAttribute("aria-pressed", String(offered === chosen));
    };
    const buttons = filterButtons(counts, choose);
    const unworked = button("", () => choose("unworked"), { class: "kind unworked", "aria-pressed": "false" });
    const countUnworked = () => {
      const left = analysis.groups.filter(isUnworked).length;
      unworked.textContent = `${word("bar", "unworked")}: ${left}`;
      unworked.hidden = left === analysis.groups.length;
    };
    countUnworked();
    buttons.set("unworked", unworked);
    news.addEventListener("decided", countUnworked, { signal });
    signal.addEventListener("abort", () => showOnly(dataRows, marks, null));
    return {
      buttons: element("div", { class: "filter", role: "group", "aria-label": text("bar_filter") }, ...buttons.values()),
      reveal: (kind) => {
        if (chosen !== null && chosen !== kind) choose(null);
      }
    };
  }
  function filterButtons({ highRisk, accounts }, choose) {
    const counted = /* @__PURE__ */ new Map(
      /** @type {[Choice, number][]} */
      [["high-risk", highRisk]]
    );
    for (const kind of KINDS) counted.set(kind, accounts[kind]);
    const buttons = /* @__PURE__ */ new Map([[null, button(text("bar_all"), () => choose(null), { "aria-pressed": "true" })]]);
    for (const [choice, count] of counted) {
      if (!count) continue;
      const attributes = { class: `kind ${choice}`, "aria-pressed": "false" };
      buttons.set(choice, button(`${word("bar", choice)}: ${count}`, () => choose(choice), attributes));
    }
    return buttons;
  }

  // lib/run.js
  function runText(run3) {
    if (!run3) return "";
    if (run3.proof !== "comparable" || !run3.previous) return word("proof", run3.proof);
    return text("proof_comparable", momentText(run3.previous), run3.new, run3.gone, run3.stayed, run3.returned);
  }

  // lib/tasks.js
  function tasksOf(groups, withNames) {
    const open2 = groups.filter(isUnworked);
    const ready = open2.map((group) => readyGroup(group)).filter(({ steps: steps2 }) => steps2.length > 0);
    const organisations = new Set(ready.flatMap(({ steps: steps2 }) => steps2.filter(isOwn)).map(({ who }) => who));
    return [...organisations].map((organisation) => ({
      organisation,
      content: [
        organisation,
        ...ready.filter(({ steps: steps2 }) => steps2.some((step) => isFor(step, organisation))).map((group) => describe(group, organisation, withNames))
      ].join("\n\n")
    }));
  }
  function readyGroup(group) {
    const open2 = /* @__PURE__ */ new Set(["undecided", "preliminary"]);
    const kinds2 = new Map(group.accounts.map((account) => [account.key, kindOf(account)]));
    const decided = group.accounts.some((account) => !open2.has(kindOf(account)));
    const held = group.steps.findIndex(({ account_key: key }) => key && open2.has(kinds2.get(key) ?? "undecided"));
    const steps2 = held < 0 ? group.steps : group.steps.slice(0, held);
    return { ...group, steps: decided && group.confidence !== "low" ? steps2 : [] };
  }
  function isOwn({ org_key }) {
    return org_key !== null;
  }
  function isFor(step, organisation) {
    return isOwn(step) && step.who === organisation;
  }
  function describe({ accounts, steps: steps2 }, organisation, withNames) {
    const about = accounts.map((account) => aboutAccount(account, withNames));
    return [...about, ...steps2.map((step, index) => stepText(step, index + 1, organisation))].join("\n");
  }
  function aboutAccount(account, withNames) {
    return [nameAccount(account, withNames), account.organisation].filter(Boolean).join(" — ");
  }
  function stepText(step, number, organisation) {
    const own = isFor(step, organisation) ? ` ${text("tasks_own_step")}` : "";
    const condition = step.if ? ` ${text("step_condition", step.if)}` : "";
    const due = step.due ? ` ${text("step_due", dayText(step.due))}` : "";
    return `${number}. ${step.who}${own}: ${step.text}${condition}${due}`;
  }

  // lib/tasks-panel.js
  async function openTasks({ analysis, overlay }, signal) {
    const groups = await wholeGroups(analysis);
    if (signal.aborted) return;
    const closing = new AbortController();
    const close = button(text("close"), () => dialog.close(), { class: "close" });
    const title = element("h2", { id: "tasks-title" }, text("tasks_title"));
    const withNames = element("input", { type: "checkbox" });
    const lists2 = element("div", { class: "card-body" });
    const fill2 = () => lists2.replaceChildren(...content(groups, withNames.checked, overlay));
    withNames.addEventListener("change", fill2);
    fill2();
    const dialog = element(
      "dialog",
      { class: "card tasks", "aria-labelledby": "tasks-title" },
      element("header", {}, title, close),
      element("label", { class: "names" }, withNames, text("tasks_with_names")),
      lists2
    );
    dialog.addEventListener("close", () => closing.abort());
    overlay.show(dialog, AbortSignal.any([signal, closing.signal]));
    dialog.showModal();
  }
  function content(groups, withNames, overlay) {
    const tasks = tasksOf(groups, withNames);
    if (!tasks.length) return [element("p", {}, text("tasks_none"))];
    const all = tasks.map((task) => task.content).join("\n\n");
    return [
      copyButton(text("tasks_copy_all"), () => all, overlay),
      ...tasks.map(
        (task) => element(
          "section",
          { class: "task" },
          element("h3", {}, task.organisation),
          element("pre", { tabindex: "0" }, task.content),
          copyButton(text("tasks_copy"), () => task.content, overlay, task.organisation)
        )
      )
    ];
  }

  // features/summary-bar.js
  var summaryBar = {
    id: "summary-bar",
    include: ({ kind }) => kind === "report",
    init(page, signal) {
      const content2 = isAnalysed(page) ? summary4(page, signal) : [stateMessage(page)];
      showBar(page, content2, spoken2(page), signal);
    }
  };
  function spoken2(page) {
    if (!isAnalysed(page)) return page.problem?.message ?? word("reading", page.kind);
    if (!page.analysis.groups.length) return [nothing(page), runText(page.analysis.page.run)].filter(Boolean).join(" ");
    const { groups, accounts } = countOf(page.analysis.groups);
    const counted = text("bar_spoken", groups, accounts.delete, accounts.undecided);
    return `${unreadPart(page.analysis)?.message ?? text("bar_checked")} ${counted}`;
  }
  function nothing({ analysis }) {
    return text(isEmptyReport(analysis) ? "bar_nothing" : "bar_nothing_read");
  }
  function summary4(page, signal) {
    const { groups } = page.analysis;
    const counts = countOf(groups);
    const panel = panelButton(signal);
    if (!groups.length) return [element("p", {}, nothing(page)), ...run(page), ...panel, ...warnings(page)];
    const filter = createFilter(page, counts, signal);
    const part = unreadPart(page.analysis);
    return [
      ...part ? [element("p", { class: "partial" }, part.message)] : [],
      element("p", {}, text("bar_groups", counts.groups)),
      filter.buttons,
      ...counts.accounts.undecided ? [undecidedButtons(page, filter)] : [],
      button(text("bar_tasks"), () => void openTasks(page, signal)),
      ...panel,
      ...run(page),
      ...warnings(page)
    ];
  }
  function run({ analysis }) {
    const words = runText(analysis.page.run);
    return words ? [element("p", { class: "run" }, words)] : [];
  }
  function panelButton(signal) {
    const outcome = element("p", { role: "status", class: "outcome" });
    const open2 = async () => {
      try {
        outcome.textContent = "";
        await ask("open-panel", {}, signal);
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof ProblemError)) throw error;
        outcome.textContent = `${error.message} ${error.hint}`;
      }
    };
    return [button(text("panel_open"), () => void open2(), { class: "work-list" }), outcome];
  }
  function undecidedButtons({ marks, cursor }, filter) {
    const undecided = new Set(
      marks.filter(({ account }) => kindOf(account) === "undecided").map(({ cell }) => cell)
    );
    const go = (by) => {
      filter.reveal("undecided");
      cursor.step(by, (cell) => undecided.has(cell));
    };
    return element(
      "div",
      { class: "undecided-steps", role: "group", "aria-label": text("bar_undecided_steps") },
      button("◀", () => go(-1), { title: text("bar_previous"), "aria-label": text("bar_previous") }),
      button("▶", () => go(1), { title: text("bar_next"), "aria-label": text("bar_next") })
    );
  }
  function warnings({ analysis }) {
    const found = analysis.page.warnings;
    if (!found.length) return [];
    const items = found.map((warning) => element("li", {}, whereOf2(warning), warning.message));
    const list = element("details", { class: "warnings" }, element("summary", {}, text("bar_warnings", found.length)));
    list.append(element("ul", {}, ...items));
    return [list];
  }
  function whereOf2({ row: row3, column }) {
    const where = [
      ...row3 === null ? [] : [text("bar_row", row3 + 1)],
      ...column === null ? [] : [text("bar_column", column)]
    ];
    return where.length ? `${where.join(", ")}: ` : "";
  }

  // features/why-card.js
  var whyCard = {
    id: "why-card",
    include: (page) => isAnalysed(page) && page.marks.length > 0,
    init(page, signal) {
      onMarkedCell("[data-sverka-advice]", page, (cell) => void openCard(cell, page, signal), signal);
    }
  };
  async function openCard(cell, page, signal) {
    const { marks, analysis, news } = page;
    const mark3 = marks.find((found) => found.cell === cell);
    if (!mark3 || !analysis) return;
    const group = await wholeGroup(analysis, mark3.group);
    const account = group.accounts.find(({ key }) => key === mark3.account.key);
    if (!account || signal.aborted) return;
    const state = stateSection(group, (decided) => {
      keepDecision(mark3.group, decided);
      news.dispatchEvent(new Event("decided"));
    }, signal);
    const around8 = { rules: analysis.rules, state, lastDay: lastDayOf(analysis.page) };
    const name = nameAccount(account, true) || text("card_no_name");
    openCardOf(cell, name, cardSections(account, group, around8), page, signal);
  }

  // features/index.js
  var features = {
    report: [badges, whyCard, summaryBar],
    card: [fieldFindings, cardBanner],
    list: [listBadges, listWhy, listBar],
    movement: [movementState],
    clones: [badges, whyCard, clonesWarning],
    order: [fieldFindings, orderWarning],
    "password-dialog": [passwordHelp]
  };

  // lib/style.js
  function loadSheet(path) {
    const sheet = new CSSStyleSheet();
    return { sheet, filled: fill(sheet, path) };
  }
  async function fill(sheet, path) {
    const answer = await fetch(chrome.runtime.getURL(path));
    const css = (await answer.text()).replaceAll("extension:", chrome.runtime.getURL("")).replaceAll("{language}", text("language"));
    await sheet.replace(css);
  }
  function adopt(sheet, place3) {
    if (!place3.adoptedStyleSheets.includes(sheet)) {
      place3.adoptedStyleSheets = [...place3.adoptedStyleSheets, sheet];
    }
  }
  function drop(sheet, place3) {
    place3.adoptedStyleSheets = place3.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
  }

  // lib/overlay.js
  var BAR = "data-sverka-bar";
  function createOverlay(sheets, styled, signal) {
    const host = element("div", { "data-sverka-overlay": "" });
    const shadow = host.attachShadow({ mode: "closed" });
    const status = element("p", { role: "status", "aria-live": "polite", class: "status" });
    shadow.append(status);
    for (const sheet of sheets) adopt(sheet, shadow);
    keepEventsIn(host, signal);
    const attach = (wanted) => {
      document.documentElement.toggleAttribute(BAR, wanted);
      if (!wanted) host.remove();
      else if (!host.isConnected) document.documentElement.append(host);
    };
    signal.addEventListener("abort", () => attach(false));
    return {
      styled,
      show(content2, until) {
        shadow.append(content2);
        until.addEventListener("abort", () => content2.remove());
      },
      announce(words) {
        status.textContent = words;
      },
      attach
    };
  }
  function keepEventsIn(host, signal) {
    for (const type of ["focus", "focusin"]) {
      const stop = (event) => event.target === host && event.stopPropagation();
      self.addEventListener(type, stop, { capture: true, signal });
    }
    for (const type of ["keydown", "keyup", "keypress", "mousedown", "click"]) {
      host.addEventListener(type, (event) => event.stopPropagation(), { signal });
    }
  }

  // lib/surface.js
  var Surface = class {
    #badges = loadSheet("styles/badges.css");
    #overlay;
    #signal;
    /** @param {AbortSignal} signal */
    constructor(signal) {
      const shown = [loadSheet("styles/card.css"), loadSheet("styles/overlay.css")];
      const styled = Promise.all([this.#badges, ...shown].map(({ filled }) => filled));
      this.#overlay = createOverlay(shown.map(({ sheet }) => sheet), styled, signal);
      this.#signal = signal;
      signal.addEventListener("abort", () => drop(this.#badges.sheet, document));
    }
    /**
     * To be called at each look: a window that a script writes into starts anew and forgets what was
     * added to it.
     * @param {boolean} wanted whether the page shows anything to draw on
     */
    attach(wanted) {
      if (this.#signal.aborted) return;
      adopt(this.#badges.sheet, document);
      this.#overlay.attach(wanted);
    }
    /**
     * Makes the annotations that the page wants.
     * @param {Omit<import("./page.js").Given, "overlay">} given
     * @param {AbortSignal} signal
     */
    async draw(given, signal) {
      const page = pageWith({ ...given, overlay: this.#overlay }, signal);
      await this.#overlay.styled;
      if (signal.aborted) return;
      const wanted = features[page.kind].filter((feature) => feature.include(page));
      await Promise.all(wanted.map((feature) => run2(feature, page, signal)));
    }
  };
  async function run2(feature, page, signal) {
    try {
      await feature.init(page, signal);
    } catch (error) {
      if (!signal.aborted) console.error(feature.id, error);
    }
  }

  // lib/problems.js
  var BUSY2 = "busy";
  var UNKNOWN = /* @__PURE__ */ new Set(["unknown-page", "unknown-layout"]);
  function stateAndProblem(error) {
    if (!(error instanceof ProblemError)) {
      console.error(error);
      return ["error", problemOf("internal")];
    }
    const { code, message, hint } = error;
    return [stateOf(code), { code, message, hint }];
  }
  function stateOf(code) {
    if (code === "offline") return "offline";
    return code === "unreadable-page" ? "unknown-layout" : "error";
  }
  function problemOf(code) {
    return { code, message: word("problem", code), hint: word("problem_hint", code) };
  }
  function unknownLayout(kind, { page }) {
    const told5 = page.warnings.find(({ code }) => !UNKNOWN.has(code));
    return {
      code: "unknown-layout",
      message: told5?.message ?? word("unknown", kind),
      hint: told5 ? "" : word("problem_hint", "unknown-layout")
    };
  }

  // site/busy.js
  function isBusy(page) {
    return $$(BUSY, HTMLElement, page).some((sign) => sign.checkVisibility());
  }

  // site/list.js
  var LONGEST_UNLOADED = 5e3;
  var listKind = {
    find: findLists,
    holdsPerson: () => false,
    valuesOf: choicesAtLoading,
    changesSilently: false,
    comesInParts: true,
    restsOnOthers: true,
    patienceFor: () => 0,
    capture: (subject, signal) => capture(subject, signal, { note: noteBusy }),
    locate: (answered) => Promise.resolve(locatePeople(answered))
  };
  function findLists(page) {
    const found = listsUnder(TITLES, page);
    return found.length ? found : listsUnder(LIST_TITLES, page);
  }
  function listsUnder(titles, page) {
    const named = $$(titles, HTMLElement, page).filter((title) => isTitleOfList(title));
    const found = named.map((title) => around5(title)).filter((list) => list !== null);
    const roots = new Map(found.map((list) => [list.root, list]));
    return [...roots.values()].filter(({ root }) => ![...roots.keys()].some((other) => other !== root && root.contains(other)));
  }
  function isTitleOfList(title) {
    return isListTitle(title.textContent) && !title.closest(NAVIGATION);
  }
  function around5(title) {
    for (let root = title.parentElement; root; root = root.parentElement) {
      if ($$(`${CARD_FORM}, ${CARD_PARTS}`, HTMLElement, root).length) return null;
      const table = tableOf(root);
      if (table || isUnloaded(root)) return { kind: "list", root, title: title.textContent.trim(), table };
    }
    return null;
  }
  function tableOf(root) {
    const tables = $$("table", HTMLTableElement, root);
    return tables.find((table) => table.matches(LIST_TABLES)) ?? tables.find((table) => opensCards(table)) ?? null;
  }
  function opensCards(table) {
    return $$("a", HTMLAnchorElement, table).some((link) => recordsIn(link.getAttribute("onclick") ?? ""));
  }
  function isUnloaded(root) {
    const content2 = root.textContent;
    return content2.length <= LONGEST_UNLOADED && saysNotLoaded(content2);
  }
  function noteBusy(copy) {
    if (isBusy(document)) copy.setAttribute("aria-busy", "true");
  }
  var choices = /* @__PURE__ */ new WeakMap();
  function choicesAtLoading(root) {
    const table = tableOf(root);
    const row3 = table ? rowsOf(table).at(-1) : null;
    if (!row3?.querySelector("td")) return String(isBusy(document));
    const chosen = choices.get(row3) ?? typedIn([...root.querySelectorAll(VALUES)].filter((place3) => !table?.contains(place3)));
    choices.set(row3, chosen);
    return chosen;
  }
  function locatePeople({ subject, analysis, tables }) {
    const table = tablesIn(subject.root)[tables[analysis.page.table ?? -1] ?? -1] ?? null;
    const rows = table ? rowsOf(table) : [];
    const people = (analysis.listing?.people ?? []).flatMap((person) => {
      const cell = rows[person.tr]?.cells[person.col];
      const findings = analysis.findings.filter(({ row: row3 }) => row3 === person.row);
      return cell && findings.length ? [{ cell, person, findings }] : [];
    });
    return { table, rows, people };
  }

  // site/opener.js
  var NUMBER = /^\d{1,11}$/;
  var firstOpener;
  function openerAccount() {
    if (firstOpener === void 0) firstOpener = recordOf(openerPage());
    return recordOf(document) ?? firstOpener;
  }
  function recordOf(place3) {
    if (!place3) return null;
    const told5 = $$(RECORD_FIELDS, HTMLElement, place3).map((field) => numberIn(field));
    const [first = null, ...others] = new Set(told5.filter((number) => number !== null));
    return others.length ? null : first;
  }
  function numberIn(field) {
    const number = field instanceof HTMLInputElement ? field.value : field.getAttribute("user-id") ?? "";
    return NUMBER.test(number) ? number : null;
  }
  function openerPage() {
    try {
      return (
        /** @type {Window | null} */
        self.opener?.document ?? null
      );
    } catch {
      return null;
    }
  }

  // site/movement.js
  var DRAFT_MS2 = 300;
  var HEADER_ROWS_LOOKED_AT = 3;
  var movementKind = {
    find: findMovements,
    holdsPerson: () => false,
    valuesOf: () => "",
    changesSilently: false,
    comesInParts: true,
    patienceFor: () => DRAFT_MS2,
    capture: (subject, signal) => capture(subject, signal, {
      context: { opener_account: openerAccount() },
      note: (copy) => noteBeside(copy, subject.root)
    }),
    locate: () => Promise.resolve({})
  };
  function findMovements(page) {
    const tables = [...page.getElementsByTagName("table")].filter((table) => tellsMovement(table));
    const roots = new Set(tables.map(around6));
    return [...roots].map((root) => ({ kind: "movement", root, title: titleOf(root), table: null }));
  }
  function tellsMovement(table) {
    const rows = Array.from({ length: HEADER_ROWS_LOOKED_AT }, (_, index) => table.rows[index]);
    return rows.some((row3) => row3 && isHeader(row3)) && !table.closest(REGISTRY);
  }
  function isHeader(row3) {
    const captions = [...row3.cells].map((cell) => cell.textContent);
    const columns = new Set(captions.map(movementColumn));
    const tellsMoves = ["source", "target", "day"].every((column) => columns.has(column));
    return tellsMoves && (columns.has("kind") || columns.has("order")) && !captions.some(namesPupils);
  }
  function around6(table) {
    const nearest = table.parentElement ?? table;
    for (let root = table.parentElement; root; root = root.parentElement) {
      if (cardKind.holdsPerson(root)) break;
      if (recordOf(root) || titleOf(root)) return root;
    }
    return nearest;
  }
  function noteBeside(copy, root) {
    if (isBusy(document)) copy.setAttribute("aria-busy", "true");
    const pagers = $$(PAGERS, HTMLElement, root.closest(MODAL) ?? document);
    const beside = pagers.filter((pager) => !root.contains(pager));
    copy.append(...beside.map((pager) => copy.ownerDocument.importNode(pager, true)));
  }
  function titleOf(root) {
    return $$(HEADINGS, HTMLElement, root)[0]?.textContent.trim() ?? "";
  }

  // site/report.js
  var LONGEST_EMPTY_REPORT = 5e3;
  var HEADER_ROWS_LOOKED_AT2 = 3;
  var FEWEST_COLUMNS = 3;
  var reportKind = {
    find: findReports,
    holdsPerson: () => false,
    valuesOf: () => "",
    changesSilently: false,
    comesInParts: false,
    restsOnOthers: true,
    patienceFor: () => 0,
    capture,
    locate: locateAccounts
  };
  function findReports(page) {
    const found = $$(TITLES, HTMLElement, page).filter((title) => isTitleOfReport(title)).map((title) => around7(title)).filter((report2) => report2 !== null);
    return innermost2(found);
  }
  function isTitleOfReport(title) {
    return isReportTitle(title.textContent) && !title.closest(NAVIGATION);
  }
  function around7(title) {
    const words = title.textContent.trim();
    const start2 = title.closest("table") ?? title;
    for (let root = start2.parentElement; root; root = root.parentElement) {
      const table = largestTable(root);
      if (table || isEmptyReport2(root)) return { kind: "report", root, title: words, table };
    }
    return null;
  }
  function largestTable(root) {
    const tables = [...root.getElementsByTagName("table")].filter((table) => holdsData(table));
    return tables.sort((a, b) => b.rows.length - a.rows.length)[0] ?? null;
  }
  function holdsData(table) {
    if (table.matches(FURNITURE_TABLES)) return false;
    if (FORM_CONTROLS.some((tag) => table.getElementsByTagName(tag).length > 0)) return false;
    const first = Array.from({ length: HEADER_ROWS_LOOKED_AT2 }, (_, index) => table.rows[index]);
    return first.some((row3) => row3 && row3.cells.length >= FEWEST_COLUMNS);
  }
  function isEmptyReport2(root) {
    const content2 = root.textContent;
    return content2.length <= LONGEST_EMPTY_REPORT && saysNothingFound(content2);
  }
  function innermost2(reports) {
    return reports.filter(
      ({ root }, index) => !reports.some((other, at) => at !== index && root !== other.root && root.contains(other.root)) && reports.findIndex((other) => other.root === root) === index
    );
  }

  // site/kinds.js
  var kinds = {
    report: reportKind,
    card: cardKind,
    list: listKind,
    movement: movementKind,
    clones: clonesKind,
    order: orderKind
  };
  function findSubjects(page) {
    return Object.values(kinds).flatMap(({ find }) => find(page));
  }
  function holdsPerson(root) {
    return Object.values(kinds).some((kind) => kind.holdsPerson(root));
  }

  // annotate.js
  var STATE = "data-sverka-state";
  var ERROR = "data-sverka-error";
  var ROOM = "data-sverka-room";
  var UNTOLD_WAIT_MS = 200;
  var BUSY_PAUSE_MS = 5e3;
  var TYPING_PAUSE_MS = 500;
  var Annotation = class {
    /** @type {{analysis: Analysis, tables: number[]} | null} */
    #answer = null;
    /** @type {HTMLTableElement | null} */
    #roomy = null;
    /** @type {HTMLElement[]} */
    #marked = [];
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    #waiting;
    #reading = new AbortController();
    #drawing = new AbortController();
    #surface;
    #signal;
    /**
     * @param {Subject} subject
     * @param {import("./lib/surface.js").Surface} surface
     * @param {AbortSignal} signal
     */
    constructor(subject, surface, signal) {
      this.subject = subject;
      this.#surface = surface;
      this.#signal = signal;
      signal.addEventListener("abort", () => this.#clear());
    }
    /**
     * Reads the subject, asks the helper and draws its answer.
     * @param {object} how
     * @param {boolean} [how.pressed] whether the operator has asked for it
     * @param {number} [how.changedAt] when the page last changed, by `performance.now()`
     */
    async read({ pressed = false, changedAt = performance.now() } = {}) {
      this.#keepRoom(this.subject.table);
      await this.#begin(async (signal) => {
        this.#waiting = setTimeout(() => void this.#enter("reading"), UNTOLD_WAIT_MS);
        await this.#takeSettled(changedAt, pressed, signal);
      });
    }
    /** Takes the findings anew after an edit; those shown stay until then. */
    async refresh() {
      this.subject.root.setAttribute(STATE, "reading");
      this.subject.root.removeAttribute(ERROR);
      await this.#begin(async (signal) => {
        await pause(TYPING_PAUSE_MS, signal);
        await this.#takeSettled(performance.now(), false, signal);
      });
    }
    /**
     * Whether something is said of the account here.
     * @param {string} account
     */
    speaksOf(account) {
      return this.#answer !== null && speaksOf(this.#answer.analysis, account);
    }
    /**
     * Draws the known answer on what was written anew with the same content.
     * @param {Subject} subject
     */
    async redraw(subject) {
      this.subject = subject;
      const answer = this.#answer;
      if (!answer) return;
      this.#keepRoom(subject.table);
      await this.#trying((signal) => this.#draw(answer, signal), this.#signal);
    }
    /**
     * Whether what was drawn on is still there.
     * @param {Subject} subject
     */
    isIntact(subject) {
      return this.subject.table === subject.table && this.#marked.every((place3) => place3.isConnected);
    }
    /** Says that СГО's own session is over. */
    async tellExpired() {
      await this.#enter("session-expired", problemOf("session-expired"));
    }
    /**
     * Reads in place of what was being read before.
     * @param {(signal: AbortSignal) => Promise<void>} work
     */
    async #begin(work) {
      this.#reading.abort();
      this.#reading = new AbortController();
      await this.#trying(work, AbortSignal.any([this.#signal, this.#reading.signal]));
    }
    /**
     * Does what ends with annotations, or with words why there are none.
     * @param {(signal: AbortSignal) => Promise<void>} work
     * @param {AbortSignal} signal
     */
    async #trying(work, signal) {
      try {
        await work(signal);
      } catch (error) {
        if (!signal.aborted) await this.#refuse(...stateAndProblem(error));
      }
    }
    /**
     * @param {number} changedAt
     * @param {boolean} pressed
     * @param {AbortSignal} signal
     */
    async #takeSettled(changedAt, pressed, signal) {
      const patience = kinds[this.subject.kind].patienceFor(this.subject.root);
      await (patience ? pause(changedAt + patience - performance.now(), signal) : nextTask(signal));
      const { request, tables } = await kinds[this.subject.kind].capture(this.subject, signal);
      const analysis = await this.#analysisOf(request, pressed, signal);
      this.#answer = { analysis, tables };
      await this.#draw(this.#answer, signal);
    }
    /**
     * @param {object} page
     * @param {boolean} pressed
     * @param {AbortSignal} signal
     * @returns {Promise<Analysis>}
     */
    async #analysisOf(page, pressed, signal) {
      for (let told5 = false; ; told5 = true) {
        try {
          return await ask("analyse", { page, pressed }, signal);
        } catch (error) {
          if (!(error instanceof ProblemError) || error.code !== BUSY2) throw error;
          if (!told5) await this.#refuse(...stateAndProblem(error));
          await pause(BUSY_PAUSE_MS, signal);
        }
      }
    }
    /**
     * @param {{analysis: Analysis, tables: number[]}} answer
     * @param {AbortSignal} signal
     */
    async #draw({ analysis, tables }, signal) {
      const { subject } = this;
      if (analysis.page.kind === "unknown") {
        await this.#refuse("unknown-layout", unknownLayout(subject.kind, analysis));
        return;
      }
      const answered = { subject, analysis, tables };
      const { table = null, ...found } = await kinds[subject.kind].locate(answered, signal);
      const cells = [...found.marks ?? [], ...found.people ?? []].map(({ cell }) => cell);
      this.#marked = [...found.fields?.values() ?? [], ...cells];
      this.#keepRoom(table);
      await this.#enter("done", null, { analysis, ...found });
    }
    /**
     * @param {State} state
     * @param {Problem} problem
     */
    async #refuse(state, problem) {
      this.#keepRoom(null);
      await this.#enter(state, problem);
    }
    /**
     * @param {State} state
     * @param {Problem | null} problem
     * @param {Partial<Page>} found
     */
    async #enter(state, problem = null, found = {}) {
      clearTimeout(this.#waiting);
      this.#drawing.abort();
      this.#drawing = new AbortController();
      const signal = AbortSignal.any([this.#signal, this.#drawing.signal]);
      const { kind, root } = this.subject;
      const retry = this.#mayRetry(state, problem) ? () => void this.read({ pressed: true }) : null;
      await this.#surface.draw({ kind, root, state, problem, retry, ...found }, signal);
      if (signal.aborted) return;
      root.setAttribute(STATE, state);
      if (problem) root.setAttribute(ERROR, problem.code);
      else root.removeAttribute(ERROR);
    }
    /**
     * Whether another try of the same could end otherwise.
     * @param {State} state
     * @param {Problem | null} problem
     */
    #mayRetry(state, problem) {
      if (state === "unknown-layout") return kinds[this.subject.kind].comesInParts;
      return state !== "session-expired" && problem?.code !== BUSY2;
    }
    /** @param {HTMLTableElement | null} table */
    #keepRoom(table) {
      if (this.#roomy !== table) this.#roomy?.removeAttribute(ROOM);
      this.#roomy = table;
      table?.setAttribute(ROOM, "");
    }
    #clear() {
      clearTimeout(this.#waiting);
      this.#keepRoom(null);
      this.subject.root.removeAttribute(STATE);
      this.subject.root.removeAttribute(ERROR);
    }
  };
  function speaksOf({ groups, listing }, account) {
    const isInList = listing?.people.some(({ account_key }) => account_key === account) ?? false;
    return isInList || groups.some(({ accounts }) => accounts.some(({ key }) => key === account));
  }

  // watcher.js
  var Watcher = class {
    /** @type {Map<HTMLElement, Watched>} */
    #watched = /* @__PURE__ */ new Map();
    /** @type {Map<HTMLElement, AbortController>} */
    #dialogs = /* @__PURE__ */ new Map();
    #surface;
    #signal;
    /**
     * @param {import("./lib/surface.js").Surface} surface
     * @param {AbortSignal} signal
     */
    constructor(surface, signal) {
      this.#surface = surface;
      this.#signal = signal;
    }
    get mayChangeSilently() {
      return [...this.#watched.values()].some(({ annotation }) => kinds[annotation.subject.kind].changesSilently);
    }
    /** @param {number} changedAt when the page last changed, by `performance.now()` */
    look(changedAt) {
      const found = findSubjects(document);
      const places = [...this.#watched.keys(), ...found.map(({ root }) => root)];
      const expired = findExpiredPlaces(document, places).filter((place3) => !holdsPerson(place3));
      const subjects = found.filter(({ root }) => !expired.includes(root));
      const dialogs = findPasswordDialogs(document);
      forgetGone(this.#watched, [...subjects.map(({ root }) => root), ...expired]);
      forgetGone(this.#dialogs, dialogs);
      this.#surface.attach(subjects.length + expired.length + dialogs.length > 0);
      for (const subject of subjects) this.#lookAt(subject, changedAt);
      for (const root of expired) this.#lookAtLogin(root);
      for (const dialog of dialogs) this.#lookAtDialog(dialog);
    }
    /**
     * Takes the advice anew that rests on other pages, one of which was read just now.
     * @param {string} account whom that page was of
     */
    learn(account) {
      for (const { annotation } of this.#watched.values()) {
        const { restsOnOthers } = kinds[annotation.subject.kind];
        if (restsOnOthers && annotation.speaksOf(account)) void annotation.refresh();
      }
    }
    /**
     * @param {Subject} subject
     * @param {number} changedAt
     */
    #lookAt(subject, changedAt) {
      const content2 = contentOf(subject.root);
      const values = kinds[subject.kind].valuesOf(subject.root);
      const known = this.#watched.get(subject.root);
      if (known?.content !== content2) {
        void this.#replace(subject, content2, values).read({ changedAt });
      } else if (known.values !== values) {
        known.values = values;
        void known.annotation.refresh();
      } else if (!known.annotation.isIntact(subject)) {
        void known.annotation.redraw(subject);
      }
    }
    /** @param {HTMLElement} root */
    #lookAtLogin(root) {
      const content2 = contentOf(root);
      const known = this.#watched.get(root);
      if (known?.content === content2) return;
      const kind = known?.annotation.subject.kind ?? "report";
      void this.#replace({ kind, root, title: "", table: null }, content2, "").tellExpired();
    }
    /** @param {HTMLElement} root */
    #lookAtDialog(root) {
      if (this.#dialogs.has(root)) return;
      const controller = new AbortController();
      this.#dialogs.set(root, controller);
      const signal = AbortSignal.any([this.#signal, controller.signal]);
      void this.#surface.draw({ kind: "password-dialog", root, state: "done" }, signal);
    }
    /**
     * The annotation of what stands in the root now, in place of any former one.
     * @param {Subject} subject
     * @param {string} content
     * @param {string} values
     */
    #replace(subject, content2, values) {
      this.#watched.get(subject.root)?.controller.abort();
      const controller = new AbortController();
      const signal = AbortSignal.any([this.#signal, controller.signal]);
      const annotation = new Annotation(subject, this.#surface, signal);
      this.#watched.set(subject.root, { annotation, controller, content: content2, values });
      return annotation;
    }
  };
  function forgetGone(known, present) {
    const roots = new Set(present);
    for (const [root, entry] of known) {
      if (roots.has(root)) continue;
      (entry instanceof AbortController ? entry : entry.controller).abort();
      known.delete(root);
    }
  }
  function contentOf(root) {
    return root.textContent.replace(/[\s\u00ad\u200b]+/g, "");
  }

  // main.js
  var LOOK_AGAIN_MS = 1e3;
  var running = new AbortController();
  running.abort();
  function start() {
    if (!running.signal.aborted) return;
    running = new AbortController();
    heed({ "switched-off": () => running.abort() }, running.signal);
    stopWhenOrphaned(running);
    watch(running);
  }
  function heed(actions, signal) {
    const listen = ({ event = "", host, account = "" }) => {
      if (host === hostOf(self.origin)) actions[event]?.(account);
    };
    chrome.runtime.onMessage.addListener(listen);
    signal.addEventListener("abort", () => chrome.runtime?.onMessage?.removeListener(listen));
  }
  function stopWhenOrphaned(controller) {
    const check = () => isOrphaned() && controller.abort();
    for (const type of ["pointerdown", "keydown"]) {
      self.addEventListener(type, check, { capture: true, signal: controller.signal });
    }
  }
  function watch(controller) {
    const { signal } = controller;
    const watcher = new Watcher(new Surface(signal), signal);
    const look = (changedAt = performance.now()) => {
      if (isOrphaned()) return controller.abort();
      watcher.look(changedAt);
    };
    heed({ learned: (account) => watcher.learn(account) }, signal);
    observe(document, look, signal);
    for (const type of ["input", "change"]) document.addEventListener(type, () => look(), { capture: true, signal });
    const timer = setInterval(() => watcher.mayChangeSilently && look(), LOOK_AGAIN_MS);
    signal.addEventListener("abort", () => clearInterval(timer));
    look();
  }

  // start.js
  var place2 = (
    /** @type {{sverkaStart?: () => void}} */
    globalThis
  );
  if (!Object.hasOwn(place2, "sverkaStart")) place2.sverkaStart = start;
  place2.sverkaStart?.();
})();
