export { Link, type LinkState, type Offer, type Refusal } from "./link";
