using Gongkai.Content;

namespace FakeHome.Home;

/// <summary>What readers say, in memory.</summary>
internal sealed class MemoryFeedback : IErrorReports, IUsefulCounts
{
    public List<ErrorReport> Reports { get; } = [];

    public Task<bool> AddAsync(ErrorReport report, int mostNew, CancellationToken cancellationToken = default)
    {
        Reports.Add(report);
        return Task.FromResult(true);
    }

    public Task<ErrorReport?> FindAsync(string id, CancellationToken cancellationToken = default) => Task.FromResult(Reports.Find(report => report.Id == id));

    public Task<ErrorReportPage> QueryAsync(ErrorReportQuery query, CancellationToken cancellationToken = default) => Task.FromResult(new ErrorReportPage(Reports, Reports.Count));

    public Task<bool> CloseAsync(string id, string remark, CancellationToken cancellationToken = default) => Task.FromResult(false);

    public Task<int> CountNewAsync(CancellationToken cancellationToken = default) => Task.FromResult(Reports.Count);

    public Task<int> ForgetAsync(DateTime contactsUtc, DateTime reportsUtc, CancellationToken cancellationToken = default) => Task.FromResult(0);

    public Task AddAsync(DateOnly day, IReadOnlyCollection<UsefulCount> counts, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task<IReadOnlyList<UsefulCount>> WorstAsync(DateOnly since, int most, CancellationToken cancellationToken = default) => Task.FromResult<IReadOnlyList<UsefulCount>>([]);

    public Task<int> DeleteBeforeAsync(DateOnly day, CancellationToken cancellationToken = default) => Task.FromResult(0);
}
