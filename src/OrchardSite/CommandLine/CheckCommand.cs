using System.Globalization;
using Gongkai.Recipes.Journal;
using Gongkai.Search;
using Gongkai.Storage;

namespace OrchardSite.CommandLine;

/// <summary><c>check</c>: the database, the index, and that they agree.</summary>
internal static class CheckCommand
{
    /// <summary>Checks; false when there is a fault.</summary>
    public static async Task<bool> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var database = await services.GetRequiredService<StorageCheck>().FindFaultsAsync(cancellationToken);
        var index = await services.GetRequiredService<SearchIndex>().CheckAsync(cancellationToken);
        foreach (var fault in database.Concat(index.Faults))
            Console.WriteLine($"错误：{fault}");
        // No fault of the data: what is in is whole.
        foreach (var import in services.GetRequiredService<ImportJournal>().FindCut())
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"提示：{import.BeganUtc:yyyy-MM-dd HH:mm} (UTC) 开始导入的 {import.Name} 没有做完（共 {import.Steps} 步，做到{(import.Step.Length > 0 ? import.Step : "开头")}）。再次导入同一个文件就会接着完成。"));
        Console.WriteLine(database.Count == 0 ? "数据库：完好。" : $"数据库：{database.Count} 个错误。");
        Console.WriteLine(index.Faults.Count == 0 ? $"索引：完好，{index.Documents} 条内容，与数据库一致。" : $"索引：{index.Faults.Count} 个错误。");
        return database.Count == 0 && index.Faults.Count == 0;
    }
}
