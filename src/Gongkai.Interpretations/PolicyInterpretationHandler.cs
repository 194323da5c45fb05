using System.Globalization;
using Gongkai.Content;

namespace Gongkai.Interpretations;

/// <summary>At an interpretation's first publication: its date and its address <c>interpretations/&lt;year&gt;/&lt;id&gt;</c>.</summary>
internal sealed class PolicyInterpretationHandler(SiteSettings site) : IContentHandler
{
    public void Copying(ContentItem copy)
    {
        if (copy.ContentType != PolicyInterpretationPart.PartName)
            return;
        copy.Part(PolicyInterpretationPart.PartName)?.Remove("PublishedOn");
        copy.Part("AutoroutePart")?.Remove("Path");
    }

    public ValueTask PublishingAsync(ContentChange change, CancellationToken cancellationToken)
    {
        if (change.Item.ContentType != PolicyInterpretationPart.PartName)
            return ValueTask.CompletedTask;
        var day = PublicationDay.Ensure(change.Item.Edit<PolicyInterpretationPart>().Json, change, site);
        if (AutoroutePart.RouteOf(change.Item) is null)
            change.Item.EnsurePart("AutoroutePart")["Path"] = string.Create(CultureInfo.InvariantCulture, $"interpretations/{day.Year}/{change.Item.ContentItemId}");
        return ValueTask.CompletedTask;
    }
}
