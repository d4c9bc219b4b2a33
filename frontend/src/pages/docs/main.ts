// The API's documentation, from our own host: FastAPI's stock page loads it from a third party's.
import "swagger-ui-dist/swagger-ui.css";
import SwaggerUi from "swagger-ui-dist/swagger-ui-es-bundle.js";

SwaggerUi({ url: "/api/openapi.json", dom_id: "#docs", deepLinking: true, validatorUrl: null });
