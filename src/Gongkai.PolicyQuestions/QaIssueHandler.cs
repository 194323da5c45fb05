using System.Globalization;
using Gongkai.Content;

namespace Gongkai.PolicyQuestions;

/// <summary>At an issue's first publication: its date, its number within the year, its address <c>questions/&lt;year&gt;/&lt;number&gt;</c>.</summary>
internal sealed class QaIssueHandler(SiteSettings site) : IContentHandler
{
    public void Copying(ContentItem copy)
    {
        if (copy.ContentType != QaIssuePart.PartName)
            return;
        copy.Part(QaIssuePart.PartName)?.Remove("Number");
        copy.Part(QaIssuePart.PartName)?.Remove("PublishedOn");
    }

    public async ValueTask PublishingAsync(ContentChange change, CancellationToken cancellationToken)
    {
        if (change.Item.ContentType != QaIssuePart.PartName)
            return;
        var issue = change.Item.Edit<QaIssuePart>();
        PublicationDay.Ensure(issue.Json, change, site);
        if (issue.Year is not { } year)
            return; // A required field: its own check names it.
        var counter = string.Create(CultureInfo.InvariantCulture, $"qa-issue/{year}");
        if (issue.Number is { } given)
            await change.Counters.AdvanceAsync(counter, given, cancellationToken);
        else
            issue.Number = await change.Counters.NextAsync(counter, cancellationToken);
        if (AutoroutePart.RouteOf(change.Item) is null)
            change.Item.EnsurePart("AutoroutePart")["Path"] = string.Create(CultureInfo.InvariantCulture, $"questions/{year}/{issue.Number}");
    }
}
