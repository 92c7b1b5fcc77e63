/* The form for a token, shown where the service asks for one. */
import {button, el, field} from "./dom.js";
import {send} from "./api.js";

export function loginForm(entered) {
  const token = el("input", {type: "password", autocomplete: "current-password", required: true});
  const problem = el("div", {role: "alert"});
  const enter = async event => {
    event.preventDefault();
    problem.replaceChildren();
    try {
      await send("POST", "/session", {token: token.value});
      entered();
    } catch (error) {
      problem.replaceChildren(el("p", {class: "error"}, error.status === 401 ? "This is not the service's token." : error.message));
      token.select();
    }
  };
  return el("form", {class: "narrow login", on: {submit: enter}},
      el("h1", {tabindex: "-1"}, "Log in"),
      field("Token", token, "The one that the service was started with. This browser keeps it in a cookie that scripts cannot read."),
      problem, el("p", {}, el("button", {type: "submit"}, "Log in")));
}

export const logOut = () => button("Log out", async () => {
  await send("DELETE", "/session");
  location.assign("/");
});
