using Gongkai.Content;

namespace OrchardSite.CommandLine;

/// <summary><c>search-log export</c>: what people searched for, as CSV in UTF-8 on standard output.</summary>
internal static class SearchLogCommand
{
    /// <summary>Exports; false when a day cannot be read.</summary>
    public static async Task<bool> RunAsync(IServiceProvider services, string? from, string? to, CancellationToken cancellationToken)
    {
        if (!DayOption.TryRead("--from", from, out var first) || !DayOption.TryRead("--to", to, out var last))
            return false;
        await SearchLogExport.WriteAsync(services.GetRequiredService<ISearchLogStore>().ReadAsync(first, last, cancellationToken), Console.Out, cancellationToken);
        await services.GetRequiredService<IAuditTrail>().AppendAsync([new(AuditActions.SearchLogExported) { Details = new() { ["from"] = from, ["to"] = to } }], CancellationToken.None);
        return true;
    }
}
