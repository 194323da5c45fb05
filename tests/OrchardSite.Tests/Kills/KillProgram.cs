using Gongkai.Content;
using Gongkai.Tests;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Hosting;

namespace OrchardSite.Tests;

/// <summary>This assembly run as a program of its own: a site that publishes until somebody kills it, or the rounds of killing, as many as asked for.</summary>
internal static class KillProgram
{
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is ["publish", var folder, var prefix])
            await PublishAsync(folder, prefix);
        if (arguments is not ["kill", var rounds])
            return 2;
        return await KillAsync(int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Publishes pages by pairs and withdraws some, and says what it was promised.</summary>
    private static async Task PublishAsync(string folder, string prefix)
    {
        await using var app = SiteHost.Build(new(folder, false, "http://127.0.0.1:0"));
        await SiteStart.PrepareAsync(app, CancellationToken.None);
        await app.StartAsync();
        for (var i = 0; ; i++)
        {
            var id = $"{prefix}-{i:0000}";
            await ExecuteAsync(app.Services, [.. Pair(id).SelectMany(one => (ContentOperation[])[new SaveDraft(Page(one), null), new Publish(one)])]);
            await Console.Out.WriteLineAsync($"published {id}");
            if (i % 3 != 2)
                continue;
            await ExecuteAsync(app.Services, [.. Pair(id).Select(one => new Unpublish(one))]);
            await Console.Out.WriteLineAsync($"withdrawn {id}");
        }
    }

    /// <summary>The two items of one call.</summary>
    public static string[] Pair(string id) => [id, id + "-other"];

    private static ContentItem Page(string id) => new(new()
    {
        ["ContentItemId"] = id,
        ["ContentType"] = "Page",
        ["TitlePart"] = new System.Text.Json.Nodes.JsonObject { ["Title"] = "页面 " + id },
        ["AutoroutePart"] = new System.Text.Json.Nodes.JsonObject { ["Path"] = id },
        ["MarkdownBodyPart"] = new System.Text.Json.Nodes.JsonObject { ["Markdown"] = "正文" },
    });

    private static async Task ExecuteAsync(IServiceProvider services, ContentOperation[] operations)
    {
        await using var scope = services.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<IContentManager>().ExecuteAsync(operations);
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join('\n', result.Results.SelectMany(one => one.Errors)));
    }

    private static async Task<int> KillAsync(int rounds)
    {
        await using var cluster = await PostgresCluster.StartAsync();
        await using var sqlite = await KillRounds.PrepareAsync(null);
        await using var postgres = await KillRounds.PrepareAsync(cluster);
        var (lost, half, faults) = (0, 0, 0);
        for (var i = 0; i < rounds; i++)
        {
            // Two of three rounds on SQLite, and every sort on both.
            var on = i % 3 == 2 ? postgres : sqlite;
            var round = await on.RunAsync((KillSort)(i / 3 % 3));
            (lost, half, faults) = (lost + round.Lost.Count, half + round.Half.Count, faults + round.Faults.Count);
            Console.WriteLine($"{i + 1}. {(on == postgres ? "PostgreSQL" : "SQLite")} {round}");
        }

        Console.WriteLine($"{rounds} rounds, {lost} lost, {half} half");
        return lost + half + faults == 0 ? 0 : 1;
    }
}
