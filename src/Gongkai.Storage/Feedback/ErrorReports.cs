using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>The table of what readers say is wrong. It is no content: nothing of it is in the feed.</summary>
internal sealed class ErrorReports(IDbContextFactory<StorageContext> contexts, StorageWriter writer, SealedTexts seals, AuditScribe scribe, ICurrentUser current, TimeProvider time) : IErrorReports
{
    private const string Purpose = "report";
    private const int MaxCount = 200;

    public async Task<bool> AddAsync(ErrorReport report, int mostNew, CancellationToken cancellationToken = default)
    {
        await using var transaction = await writer.BeginAsync(cancellationToken);
        if (await transaction.Context.ErrorReports.CountAsync(row => row.ClosedUtc == null, cancellationToken) >= mostNew)
            return false;
        transaction.Context.Add(new ErrorReportRow
        {
            Id = report.Id,
            TimeUtc = report.TimeUtc,
            Page = report.Page,
            ContentItemId = report.ContentItemId,
            Title = report.Title,
            Passage = report.Passage,
            Message = report.Message,
            Contact = seals.Seal(Purpose, report.Id, report.Contact),
            Language = report.Language,
            ClosedBy = "",
            Remark = "",
        });
        await transaction.CommitAsync();
        return true;
    }

    public async Task<ErrorReport?> FindAsync(string id, CancellationToken cancellationToken = default)
    {
        if (!StorableText.IsStorable(id))
            return null;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ErrorReports.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is { } row ? Of(row, withContact: true) : null;
    }

    public async Task<ErrorReportPage> QueryAsync(ErrorReportQuery query, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = context.ErrorReports.AsNoTracking();
        if (query.IsClosed is { } closed)
            rows = rows.Where(row => row.ClosedUtc != null == closed);
        if (query.ContentItemId is { } item)
            rows = rows.Where(row => row.ContentItemId == item);
        var found = await rows.OrderByDescending(row => row.TimeUtc).ThenBy(row => row.Id).Skip(Math.Max(0, query.Skip)).Take(Math.Clamp(query.Count, 1, MaxCount)).ToListAsync(cancellationToken);
        return new(found.ConvertAll(row => Of(row, withContact: false)), await rows.CountAsync(cancellationToken));
    }

    public async Task<bool> CloseAsync(string id, string remark, CancellationToken cancellationToken = default)
    {
        await using var transaction = await writer.BeginAsync(cancellationToken);
        var rows = transaction.Context.ErrorReports;
        if (await rows.FirstOrDefaultAsync(row => row.Id == id && row.ClosedUtc == null, cancellationToken) is not { } row)
            return false;
        (row.ClosedUtc, row.ClosedBy, row.Remark) = (time.GetUtcNow().UtcDateTime, current.User.DisplayName, remark);
        rows.Update(row);
        transaction.Audit(scribe.Write(new(AuditActions.FeedbackClosed)
        {
            ContentItemId = row.ContentItemId,
            Title = row.Title.Length > 0 ? row.Title : row.Page,
            Details = new() { ["report"] = row.Id, ["page"] = row.Page, ["remark"] = remark },
        }));
        await transaction.CommitAsync();
        return true;
    }

    public async Task<int> CountNewAsync(CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ErrorReports.CountAsync(row => row.ClosedUtc == null, cancellationToken);
    }

    public async Task<int> ForgetAsync(DateTime contactsUtc, DateTime reportsUtc, CancellationToken cancellationToken = default)
    {
        await using var transaction = await writer.BeginAsync(cancellationToken);
        var rows = transaction.Context.ErrorReports;
        await rows.Where(row => row.ClosedUtc < contactsUtc && row.Contact != "").ExecuteUpdateAsync(row => row.SetProperty(one => one.Contact, ""), cancellationToken);
        var removed = await rows.Where(row => row.ClosedUtc < reportsUtc).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync();
        return removed;
    }

    private ErrorReport Of(ErrorReportRow row, bool withContact) => new(
        row.Id, Utc(row.TimeUtc), row.Page, row.ContentItemId, row.Title, row.Passage, row.Message, withContact ? seals.Open(Purpose, row.Id, row.Contact) : "", row.Language)
    {
        ClosedUtc = row.ClosedUtc is { } closed ? Utc(closed) : null,
        ClosedBy = row.ClosedBy,
        Remark = row.Remark,
    };

    private static DateTime Utc(DateTime stored) => DateTime.SpecifyKind(stored, DateTimeKind.Utc);
}
