/** What every page stands on, imported once by its entry: tokens, base rules, fonts. */
import "./tokens.css";
import "./base.css";
import "./fonts";
import "./theme";
