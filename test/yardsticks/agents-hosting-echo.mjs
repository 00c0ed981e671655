import { ActivityHandler, MessageFactory } from '@microsoft/agents-hosting';
import { startServer } from '@microsoft/agents-hosting-express';

/** Microsoft's echo on the Agents SDK, as its quickstart has it: settings from `clientId`, `tenantId`, `clientSecret`. */
class Echo extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      await context.sendActivity(MessageFactory.text(`Echo: ${context.activity.text}`));
      await next();
    });
  }
}

startServer(new Echo());
