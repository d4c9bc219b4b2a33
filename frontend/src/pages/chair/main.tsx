import { Link } from "@/link";
import { Player, Publisher } from "@/media";
import { show } from "@/ui/page";
import { ChairPage } from "./chair";
import { ChairModel } from "./model";
import "./chair.css";
import "./speakers.css";
import "./seat-actions.css";
import "./hands.css";
import "./stage.css";
import "./agenda.css";
import "./room.css";
import "./texts.css";

const link = new Link();
void show(<ChairPage model={new ChairModel(link, new Player(link), new Publisher(link))} />);
