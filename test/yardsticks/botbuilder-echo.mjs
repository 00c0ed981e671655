import botbuilder from 'botbuilder';
import restify from 'restify';

/** Microsoft's echo on botbuilder and restify, as its sample 02.echo-bot has it. */
const { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication, MessageFactory } = botbuilder;

const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: process.env.clientId,
    MicrosoftAppPassword: process.env.clientSecret,
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppTenantId: process.env.tenantId,
  }),
);
class Echo extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      await context.sendActivity(MessageFactory.text(`Echo: ${context.activity.text}`));
      await next();
    });
  }
}
const bot = new Echo();

const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, (context) => bot.run(context));
});
server.listen(Number(process.env.PORT), '127.0.0.1');
