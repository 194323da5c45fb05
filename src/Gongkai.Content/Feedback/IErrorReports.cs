namespace Gongkai.Content;

/// <summary>Port: what readers say is wrong on a page (纠错). How to reach them is sealed where it is kept.</summary>
public interface IErrorReports
{
    /// <summary>Keeps a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="mostNew">How many may wait to be dealt with.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>False when too many wait.</returns>
    Task<bool> AddAsync(ErrorReport report, int mostNew, CancellationToken cancellationToken = default);

    /// <summary>A report, or null.</summary>
    Task<ErrorReport?> FindAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Some reports, newest first.</summary>
    Task<ErrorReportPage> QueryAsync(ErrorReportQuery query, CancellationToken cancellationToken = default);

    /// <summary>Notes that a report is dealt with, by the current user, with a row in the audit trail.</summary>
    /// <returns>False when there is no such report, or somebody else was faster.</returns>
    Task<bool> CloseAsync(string id, string remark, CancellationToken cancellationToken = default);

    /// <summary>How many wait to be dealt with.</summary>
    Task<int> CountNewAsync(CancellationToken cancellationToken = default);

    /// <summary>Ends the time of reports: forgets how to reach whoever made those that were dealt with before one time, removes those that were dealt with before another.</summary>
    Task<int> ForgetAsync(DateTime contactsUtc, DateTime reportsUtc, CancellationToken cancellationToken = default);
}

/// <summary>What a reader says is wrong.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="TimeUtc">When it came, UTC.</param>
/// <param name="Page">The page, beginning with <c>/</c>.</param>
/// <param name="ContentItemId">The item that the page shows; empty when it shows none.</param>
/// <param name="Title">The page's title; empty when it is not known.</param>
/// <param name="Passage">The words that are wrong; empty when they were not marked.</param>
/// <param name="Message">What is wrong about them.</param>
/// <param name="Contact">How to reach the reader; empty when it was not said, was forgotten, or does not open with the site's keys.</param>
/// <param name="Language">The language of the page.</param>
public sealed record ErrorReport(string Id, DateTime TimeUtc, string Page, string ContentItemId, string Title, string Passage, string Message, string Contact, string Language)
{
    /// <summary>When it was dealt with, UTC; null when it waits.</summary>
    public DateTime? ClosedUtc { get; init; }

    /// <summary>Who dealt with it.</summary>
    public string ClosedBy { get; init; } = "";

    /// <summary>What was done.</summary>
    public string Remark { get; init; } = "";
}

/// <summary>Which reports are asked for.</summary>
/// <param name="IsClosed">Those that were dealt with or those that wait; null for both.</param>
/// <param name="ContentItemId">The item; null for all.</param>
/// <param name="Skip">How many of the newest to leave out.</param>
/// <param name="Count">How many at most.</param>
public sealed record ErrorReportQuery(bool? IsClosed = null, string? ContentItemId = null, int Skip = 0, int Count = 50);

/// <summary>Some reports.</summary>
/// <param name="Reports">The reports, newest first.</param>
/// <param name="Total">How many the query finds in all.</param>
public sealed record ErrorReportPage(IReadOnlyList<ErrorReport> Reports, int Total);
