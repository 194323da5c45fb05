using System.Diagnostics;
using Gongkai.Content;

namespace Gongkai.Storage.Tests;

/// <summary>This assembly run as a program of its own: it writes and tells what it was promised, until somebody kills it.</summary>
internal static class WritingProcess
{
    public static async Task<int> Main(string[] arguments)
    {
        var (provider, connection, prefix) = (Enum.Parse<DatabaseProvider>(arguments[0]), arguments[1], arguments[2]);
        await using var site = await TestSite.OpenAsync(options => (options.Provider, options.ConnectionString) = (provider, connection));
        await site.WithSampleAsync();
        for (var i = 0; ; i++)
        {
            var id = $"{prefix}-{i:0000}";
            await site.DoAsync(
                new SaveDraft(Sample.Notice(id, route: id, topics: ["finance"], related: [id + "-other"]), null), new Publish(id), Sample.Import(Sample.Notice(id + "-other"), id));
            await Console.Out.WriteLineAsync(id);
            await Console.Out.FlushAsync();
        }
    }

    public static Process Start(IStorageFixture fixture, string prefix) => Process.Start(new ProcessStartInfo(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", typeof(WritingProcess).Assembly.Location, fixture.Provider.ToString(), fixture.ConnectionString, prefix])
    {
        RedirectStandardOutput = true,
        UseShellExecute = false,
    })!;
}
