declare module "swagger-ui-dist/swagger-ui-es-bundle.js" {
	/** Draws the documentation of an OpenAPI description into an element. */
	export default function SwaggerUi(options: {
		url: string;
		dom_id: string;
		deepLinking: boolean;
		validatorUrl: null;
	}): void;
}
