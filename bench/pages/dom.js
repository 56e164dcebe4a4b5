// The operations of dom.py in plain JavaScript: `raw_NAME(url, count, done)`.
(() => {
  const make = (tag, text = "") => {
    const element = document.createElement(tag);
    element.textContent = text;
    return element;
  };
  const area = document.body.appendChild(make("main"));

  /** A list of `count` items in the page, the first with an id. */
  const list = (count) => {
    const items = make("ul");
    for (let i = 0; i < count; i++) items.append(make("li", `item ${i}`));
    items.firstChild.id = "first";
    area.replaceChildren(items);
    return items;
  };
  globalThis.rows = Array.from({ length: 300 }, (_, i) => ({ name: `row ${i}`, price: i }));
  globalThis.add_one = (number) => number + 1;
  globalThis.point = { x: 1, moved: (by) => by + 1 };
  globalThis.call_often = (callback, count) => {
    for (let i = 0; i < count; i++) callback(i);
  };
  globalThis.first_node = () => list(20).firstChild;

  const node = (tag = "div") => {
    const element = make(tag);
    area.replaceChildren(element);
    return element;
  };
  const fields = (count) => {
    const form = make("form");
    for (let i = 0; i < count; i++) {
      const field = make("input");
      field.name = `field${i}`;
      field.value = `value ${i}`;
      form.append(field);
    }
    area.replaceChildren(form);
    return form;
  };
  const table = (count) => {
    const body = make("tbody");
    for (let i = 0; i < count; i++) {
      const row = make("tr");
      row.append(make("td", `name ${(i * 7919) % count}`), make("td", `${i}`));
      body.append(row);
    }
    area.replaceChildren(make("table"));
    area.firstChild.append(body);
    return body;
  };

  const operations = {
    select_20(count) {
      list(20);
      for (let i = 0; i < count; i++) document.querySelectorAll("li");
    },
    select_one(count) {
      list(20);
      for (let i = 0; i < count; i++) document.querySelector("li");
    },
    by_id(count) {
      list(20);
      for (let i = 0; i < count; i++) document.getElementById("first");
    },
    children_20(count) {
      const items = list(20);
      for (let i = 0; i < count; i++) Array.from(items.children);
    },
    loop_over_20(count) {
      const items = list(20);
      for (let i = 0; i < count; i++) for (const item of items.childNodes) item.nodeType;
    },
    parent(count) {
      const item = list(1).firstChild;
      for (let i = 0; i < count; i++) item.parentElement;
    },
    class_list(count) {
      const { classList } = node();
      for (let i = 0; i < count; i++) {
        classList.add("on");
        classList.remove("on");
      }
    },
    click(count) {
      const button = node("button");
      let clicks = 0;
      button.addEventListener("click", () => clicks++);
      for (let i = 0; i < count; i++) button.click();
      if (clicks !== count) throw new Error(clicks);
    },
    dispatch(count) {
      const target = node();
      let seen = 0;
      target.addEventListener("ping", (event) => {
        seen += event.target === target;
      });
      for (let i = 0; i < count; i++) target.dispatchEvent(new Event("ping"));
      if (seen !== count) throw new Error(seen);
    },
    bind_unbind(count) {
      const target = node();
      const listener = () => {};
      for (let i = 0; i < count; i++) {
        target.addEventListener("click", listener);
        target.removeEventListener("click", listener);
      }
    },
    set_style(count) {
      const { style } = node();
      for (let i = 0; i < count; i++) style.left = `${i}px`;
    },
    get_style(count) {
      const element = node();
      element.style.left = "5px";
      for (let i = 0; i < count; i++) element.style.left;
    },
    left(count) {
      const element = node();
      for (let i = 0; i < count; i++) element.style.left = `${i}px`;
    },
    offset_width(count) {
      const element = node();
      for (let i = 0; i < count; i++) element.offsetWidth;
    },
    get_value(count) {
      const field = node("input");
      for (let i = 0; i < count; i++) field.value;
    },
    set_value(count) {
      const field = node("input");
      for (let i = 0; i < count; i++) field.value = "text";
    },
    get_text(count) {
      const element = node();
      element.textContent = "some text";
      for (let i = 0; i < count; i++) element.textContent;
    },
    set_text(count) {
      const element = node();
      for (let i = 0; i < count; i++) element.textContent = "some text";
    },
    get_attribute(count) {
      const element = node();
      element.setAttribute("data-x", "1");
      for (let i = 0; i < count; i++) element.getAttribute("data-x");
    },
    set_attribute(count) {
      const element = node();
      for (let i = 0; i < count; i++) element.setAttribute("data-x", "1");
    },
    attrs(count) {
      const element = node();
      element.setAttribute("data-x", "1");
      for (let i = 0; i < count; i++) element.getAttribute("data-x");
    },
    new_li(count) {
      for (let i = 0; i < count; i++) make("li", "item").className = "row";
    },
    new_a_style(count) {
      for (let i = 0; i < count; i++) {
        const link = make("a", "link");
        link.href = "/page";
        link.style.color = "red";
        link.style.left = "5px";
      }
    },
    append(count) {
      const items = node("ul");
      for (let i = 0; i < count; i++) items.append(make("li", "item"));
    },
    append_20(count) {
      for (let i = 0; i < count; i++) {
        const row = make("tr");
        for (let j = 0; j < 20; j++) row.append(make("td", `${j}`));
      }
    },
    js_function(count) {
      for (let i = 0; i < count; i++) add_one(i);
    },
    js_method(count) {
      for (let i = 0; i < count; i++) point.moved(i);
    },
    js_attribute(count) {
      for (let i = 0; i < count; i++) point.x;
    },
    js_set_attribute(count) {
      for (let i = 0; i < count; i++) point.y = i;
    },
    js_rows(count) {
      let total = 0;
      for (let i = 0; i < count; i++) for (const row of rows) total += row.price;
      return total;
    },
    js_new(count) {
      for (let i = 0; i < count; i++) new Date(i);
    },
    callback(count) {
      let total = 0;
      call_often((value) => {
        total += value;
      }, count);
    },
    canvas_call(count) {
      const context = node("canvas").getContext("2d");
      for (let i = 0; i < count; i++) context.fillRect(i % 100, 10, 5, 5);
    },
    // Programs ------------------------------------------------------------------------------------
    drag(count) {
      const box = node();
      box.style.position = "absolute";
      let at = null;
      box.addEventListener("mousedown", (event) => {
        at = [event.x - box.offsetLeft, event.y - box.offsetTop];
      });
      box.addEventListener("mousemove", (event) => {
        if (!at) return;
        box.style.left = `${event.x - at[0]}px`;
        box.style.top = `${event.y - at[1]}px`;
      });
      const fire = (type, i) =>
        box.dispatchEvent(new MouseEvent(type, { clientX: i % 300, clientY: i % 200 }));
      fire("mousedown", 0);
      for (let i = 0; i < count; i++) fire("mousemove", i);
    },
    sort_table(count) {
      const body = table(100);
      for (let i = 0; i < count; i++) {
        const column = i % 2;
        const keyed = Array.from(body.children, (row) => [row.children[column].textContent, row]);
        keyed.sort((a, b) => (a[0] < b[0] ? -1 : 1));
        for (const [, row] of keyed) body.append(row);
      }
    },
    filter_rows(count) {
      const items = list(500);
      for (let i = 0; i < count; i++) {
        const wanted = String(i % 10);
        for (const item of items.children) {
          item.style.display = item.textContent.includes(wanted) ? "" : "none";
        }
      }
    },
    animate(count) {
      const context = node("canvas").getContext("2d");
      const balls = Array.from({ length: 20 }, (_, i) => [i * 10, i * 5, 1 + (i % 3), 2]);
      for (let i = 0; i < count; i++) {
        context.clearRect(0, 0, 300, 150);
        for (const ball of balls) {
          ball[0] += ball[2];
          ball[1] += ball[3];
          if (ball[0] < 0 || ball[0] > 300) ball[2] = -ball[2];
          if (ball[1] < 0 || ball[1] > 150) ball[3] = -ball[3];
          context.fillStyle = "red";
          context.beginPath();
          context.arc(ball[0], ball[1], 5, 0, 6.28);
          context.fill();
        }
      }
    },
    render(count) {
      const items = node("ul");
      for (let i = 0; i < count; i++) {
        items.replaceChildren();
        for (let j = 0; j < 100; j++) {
          const item = make("li");
          item.className = j % 2 ? "odd" : "even";
          const button = make("button", "×");
          button.addEventListener("click", () => item.remove());
          item.append(make("b", `item ${j}`), ` of ${i} `, button);
          items.append(item);
        }
      }
    },
    read_form(count) {
      const form = fields(200);
      for (let i = 0; i < count; i++) {
        const values = {};
        for (const field of form.querySelectorAll("input")) values[field.name] = field.value;
      }
    },
    todo(count) {
      const items = node("ul");
      for (let i = 0; i < count; i++) {
        const item = make("li", `item ${i}`);
        item.addEventListener("click", (event) => event.target.classList.toggle("done"));
        items.append(item);
        item.click();
      }
      for (const item of items.querySelectorAll(".done")) item.remove();
    },
  };
  for (const [name, run] of Object.entries(operations)) {
    globalThis[`raw_${name}`] = (_url, count, done) => {
      run(count);
      done();
    };
  }
  globalThis.area = area;
  globalThis.fields = fields;
  globalThis.table = table;
  globalThis.list = list;
})();
