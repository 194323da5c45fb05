using System.Globalization;
using Gongkai.Content;

namespace Gongkai.PolicyQuestions;

/// <summary>At an issue's first publication: its date, its number within the year, its address <c>questions/&lt;year&gt;/&lt;number&gt;</c>.</summary>
/// <remarks>
/// Numbers of a year have no gap and no repeat: they are drawn in the publishing transaction, one that somebody typed must be the next or a free one below it,
/// and one that was given stays the issue's own. What an import brings is kept as it comes; numbers go on after the highest.
/// </remarks>
/// <param name="site">The site's time zone.</param>
/// <param name="reader">Knows the other issues.</param>
internal sealed class QaIssueHandler(SiteSettings site, IContentReader reader) : IContentHandler
{
    private const string YearPath = QaIssuePart.Name + ".Year";
    private const string NumberPath = QaIssuePart.Name + ".Number";

    public void Copying(ContentItem copy)
    {
        if (copy.ContentType != QaIssuePart.PartName || copy.Part(QaIssuePart.PartName) is not { } part)
            return;
        IssueNumber.TakeFrom(part);
        part.Remove("PublishedOn");
        copy.Part("AutoroutePart")?.Remove("Path");
    }

    public ValueTask SavingAsync(ContentChange change, CancellationToken cancellationToken)
    {
        if (change.Item.ContentType == QaIssuePart.PartName && !change.IsImport && GivenBefore(change) is { } given)
            Keep(given, change);
        return ValueTask.CompletedTask;
    }

    public async ValueTask PublishingAsync(ContentChange change, CancellationToken cancellationToken)
    {
        if (change.Item.ContentType != QaIssuePart.PartName)
            return;
        var issue = change.Item.Edit<QaIssuePart>();
        PublicationDay.Ensure(issue.Json, change, site);
        var given = GivenBefore(change);
        if (change.IsImport)
            issue.Number ??= given is not null && given.Year == issue.Year ? given.Number : await DrawAsync(issue, change, cancellationToken);
        else if (given is not null)
            Keep(given, change);
        else if (issue.Number is { } typed)
            await CheckAsync(typed, issue, change, cancellationToken);
        else
            issue.Number = await DrawAsync(issue, change, cancellationToken);
        if (change.Errors.Count > 0 || IssueNumber.Of(issue) is not { } number)
            return;
        await change.Counters.AdvanceAsync(IssueNumber.CounterOf(number.Year), number.Number, cancellationToken);
        number.GiveTo(issue);
        if (AutoroutePart.RouteOf(change.Item) is null)
            change.Item.EnsurePart("AutoroutePart")["Path"] = string.Create(CultureInfo.InvariantCulture, $"questions/{number.Year}/{number.Number}");
    }

    private static IssueNumber? GivenBefore(ContentChange change) => IssueNumber.GivenTo(change.Before.Latest) ?? IssueNumber.GivenTo(change.Before.Published);

    /// <summary>The number that was given: an older version that is taken up again gets it back, another one that somebody typed is refused.</summary>
    private static void Keep(IssueNumber given, ContentChange change)
    {
        var issue = change.Item.Edit<QaIssuePart>();
        if (IssueNumber.GivenTo(change.Item) == given)
        {
            Wording why = $"这一期公开时编为{given.Year}年第{given.Number}期，撤下以后也保留这个期号，不能改成别的。请改回{given.Year}年第{given.Number}期。";
            if (issue.Year is { } year && year != given.Year)
                change.Refuse(YearPath, why);
            if (issue.Number is { } number && number != given.Number)
                change.Refuse(NumberPath, why);
        }

        if (change.Errors.Count > 0)
            return;
        (issue.Year, issue.Number) = (given.Year, given.Number);
        given.GiveTo(issue);
    }

    /// <summary>The next number of the year; null without a year, which is a required field: its own check names it.</summary>
    private static async Task<long?> DrawAsync(QaIssuePart issue, ContentChange change, CancellationToken cancellationToken) =>
        issue.Year is { } year ? await change.Counters.NextAsync(IssueNumber.CounterOf(year), cancellationToken) : null;

    /// <summary>A number that somebody typed makes no gap and no repeat.</summary>
    private async Task CheckAsync(long typed, QaIssuePart issue, ContentChange change, CancellationToken cancellationToken)
    {
        if (issue.Year is not { } year)
            return;
        var next = await change.Counters.CurrentAsync(IssueNumber.CounterOf(year), cancellationToken) + 1;
        if (typed > next)
            change.Refuse(NumberPath, $"{year}年的下一期是第{next}期，期号不能跳过。请清空期号，由系统编为第{next}期。");
        else if (typed < next && await IsTakenAsync(new(year, typed), change.Item.ContentItemId, cancellationToken))
            change.Refuse(NumberPath, $"{year}年第{typed}期已有别的内容，期号不能重复。请清空期号，由系统编为第{next}期。");
    }

    /// <summary>Whether another issue, public or withdrawn, has a number. Asked for numbers that somebody typed only.</summary>
    private async Task<bool> IsTakenAsync(IssueNumber number, string contentItemId, CancellationToken cancellationToken)
    {
        foreach (var which in new[] { VersionOption.Published, VersionOption.Latest })
        {
            await foreach (var other in reader.StreamAsync([QaIssuePart.PartName], which, cancellationToken))
            {
                if (other.ContentItemId != contentItemId && IssueNumber.GivenTo(other) == number)
                    return true;
            }
        }

        return false;
    }
}
