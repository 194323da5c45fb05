using Gongkai.Content;
using Gongkai.Subscriptions.Asking;
using Gongkai.Subscriptions.Digests;
using Gongkai.Subscriptions.Texts;
using Gongkai.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gongkai.Subscriptions;

/// <summary>邮件订阅: digests of any list by mail, without accounts.</summary>
/// <remarks>It has no content of its own, so no recipe and no feature: a home registers it with the others, and <see cref="IMailSender"/> where it has a mail server; without one its pages are not there.</remarks>
public sealed class Module : IModule
{
    /// <summary>Where its pages are, and their first segment, which content cannot take.</summary>
    public const string Address = "/subscriptions";

    /// <inheritdoc/>
    public string Name => "Gongkai.Subscriptions";

    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services)
    {
        services.TryAddSingleton(new SubscriptionOptions());
        services
            .AddSingleton(new ReservedRoute(Address.TrimStart('/')))
            .AddSingleton<MailTexts>()
            .AddSingleton<MailOffer>()
            .AddSingleton<SubscriptionLinks>()
            .AddSingleton<SubscribedLists>()
            .AddSingleton<NewItems>()
            .AddSingleton<IDigests, DigestRun>()
            .AddSingleton<SubscribeLimit>()
            .AddSingleton<SubscribePage>()
            .AddSingleton<LinkPages>()
            .AddSingleton<IMailTopic, ConfirmationMail>()
            .AddSingleton<IMailTopic, DigestMail>();
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        SubscribePage.Map(endpoints);
        LinkPages.Map(endpoints);
    }
}
