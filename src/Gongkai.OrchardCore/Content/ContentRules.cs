using Gongkai.Content;
using Gongkai.OrchardCore.Feed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.DisplayManagement.ModelBinding;
using IContentHandler = Gongkai.Content.IContentHandler;
using Item = OrchardCore.ContentManagement.ContentItem;

namespace Gongkai.OrchardCore.Content;

/// <summary>Runs the modules' rules where Orchard Core publishes and withdraws: numbers, dates, routes, refusals.</summary>
/// <remarks>Orchard Core logs what a handler throws and goes on, so a fault here refuses the change itself.</remarks>
internal sealed class ContentRules(IServiceProvider services, ILogger<ContentRules> logger) : ContentHandlerBase
{
    private readonly HashSet<string> _imported = new(StringComparer.Ordinal);

    public override Task ImportingAsync(ImportContentContext context)
    {
        _imported.Add(context.ContentItem.ContentItemId);
        return Task.CompletedTask;
    }

    public override Task ValidatingAsync(ValidateContentContext context)
    {
        var ours = context.ContentItem.ToOurs();
        if (AutoroutePart.RouteOf(ours) is { } route && services.GetRequiredService<ReservedRoutes>().FaultOf(route, ours.ContentType) is { } fault)
            context.Fail(fault.ToString(), "AutoroutePart.Path");
        return Task.CompletedTask;
    }

    /// <summary>A copy has no number, date or address of its own yet.</summary>
    public override Task CloningAsync(CloneContentContext context)
    {
        var copy = context.CloneContentItem.ToOurs();
        foreach (var handler in HandlerOrder.Sort(services.GetServices<IContentHandler>()))
            handler.Copying(copy);
        context.CloneContentItem.Take(copy);
        return Task.CompletedTask;
    }

    public override async Task PublishingAsync(PublishContentContext context) =>
        context.Cancel |= !await RunAsync(context.ContentItem, context.PreviousItem, (handler, change) => handler.PublishingAsync(change, CancellationToken.None));

    public override async Task UnpublishingAsync(PublishContentContext context) =>
        context.Cancel |= !await RunAsync(context.PreviousItem ?? context.ContentItem, context.PreviousItem, (handler, change) => handler.UnpublishingAsync(change, CancellationToken.None));

    /// <summary>Runs the rules on a copy and takes over what they changed; false when one refuses.</summary>
    private async Task<bool> RunAsync(Item item, Item? previous, Func<IContentHandler, ContentChange, ValueTask> ask)
    {
        try
        {
            var ours = item.ToOurs();
            var change = new ContentChange(ours, new(previous?.ToOurs(), ours), services.GetRequiredService<TenantCounters>(), _imported.Contains(item.ContentItemId));
            foreach (var handler in HandlerOrder.Sort(services.GetServices<IContentHandler>()))
                await ask(handler, change);
            if (change.Errors.Count == 0)
            {
                item.Take(change.Item);
                return true;
            }

            foreach (var error in change.Errors)
                Refuse(item, error.Path, error.Message);
        }
#pragma warning disable CA1031 // an exception would be logged and the item published without its rules
        catch (Exception fault)
#pragma warning restore CA1031
        {
            logger.LogError(fault, "发布“{Item}”时规则出错，未发布。", item.ContentItemId);
            Refuse(item, "", "发布规则出错，没有发布。详情见日志。");
        }

        // An import asks nobody: what it brings stays, and the log names what its rules miss.
        if (!_imported.Contains(item.ContentItemId))
            await services.GetRequiredService<YesSql.ISession>().CancelAsync();
        return false;
    }

    private void Refuse(Item item, string path, string message)
    {
        if (services.GetRequiredService<IUpdateModelAccessor>().ModelUpdater?.ModelState is { } state)
            state.AddModelError(path, message);
        else
            logger.LogWarning("没有发布“{Item}”（{Path}）：{Message}", item.ContentItemId, path, message);
    }
}
