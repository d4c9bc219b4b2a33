import { render } from "preact";
import "@/ui/page";
import { Link } from "@/link";
import { Player, Publisher } from "@/media";
import { ChairPage } from "./chair";
import { Desk } from "./desk";
import "./chair.css";
import "./parts.css";
import "./room.css";
import "./texts.css";

const link = new Link();
render(<ChairPage desk={new Desk(link, new Player(link), new Publisher(link))} />, document.body);
