using System.CommandLine;
using Gongkai.Benchmarks.Floors;
using Gongkai.Benchmarks.Relevance;
using Gongkai.Benchmarks.Rows;

namespace Gongkai.Benchmarks;

/// <summary>The one command that people call, and those that it calls itself with to have each floor in a process of its own.</summary>
internal static class Commands
{
    private const string Help =
        """
        Prints the speed table of docs/performance.md: the real program (Release build) beside a floor that does the least any program could do,
        measured in the same run on this machine. Needs wrk; listens on 127.0.0.1 only; leaves nothing behind.

        Any Orchard Core recipe of disclosure entries (content type DisclosureEntry) will do, with the taxonomies that its entries name, if they
        are not those of the set-up. It should have some thousands of entries in Chinese: first renderings need 4,500, and searches look for
        everyday words of government. Give a small recipe and a large one to see how cost grows.
        """;

    /// <summary>Parses and runs.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = Table();
        root.Add(Relevance());
        foreach (var command in Inner())
            root.Add(command);
        try
        {
            return await root.Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        }
        catch (BenchmarkException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Cancelled.");
            return 1;
        }
    }

    private static RootCommand Table()
    {
        var files = new Argument<FileInfo[]>("RECIPE") { Description = "Recipes to measure with, the smallest first", Arity = ArgumentArity.OneOrMore };
        files.AcceptExistingOnly();
        var quick = new Option<bool>("--quick") { Description = "Shorter and fewer runs, for a first look" };
        var rows = new Option<string[]>("--rows") { Description = "Only some rows", AllowMultipleArgumentsPerToken = true };
        rows.AcceptOnlyFromAmong(RowNames.All);
        var keep = new Option<DirectoryInfo?>("--keep")
        {
            Description = "Keeps the imported data below this folder and uses it again next time; the import is then measured only where nothing is there",
            HelpName = "FOLDER",
        };
        var root = new RootCommand(Help) { files, quick, rows, keep };
        root.SetAction((arguments, cancellation) => new SpeedRun(new(
            arguments.GetRequiredValue(files), arguments.GetValue(quick), arguments.GetValue(rows) is { Length: > 0 } chosen ? chosen : RowNames.All, arguments.GetValue(keep)?.FullName))
            .RunAsync(cancellation));
        return root;
    }

    private static Command Relevance()
    {
        var queries = new Argument<FileInfo>("QUERIES") { Description = "Rated queries, a JSON object a line: id, query, relevantIds, kind, subkind" };
        var recipe = new Argument<FileInfo>("RECIPE") { Description = "The documents, as a recipe of disclosure entries with the ids that the queries name" };
        queries.AcceptExistingOnly();
        recipe.AcceptExistingOnly();
        var keep = new Option<DirectoryInfo?>("--keep") { Description = "Keeps the imported data in this folder and uses it again next time", HelpName = "FOLDER" };
        var halves = new Option<bool>("--halves") { Description = "Shows two random halves beside the whole" };
        var floor = new Option<bool>("--without-floor") { Description = "Leaves the floor out, which takes the longest" };
        var set = new Option<string[]>("--set") { Description = "Sets a weight otherwise, as Passage=0", AllowMultipleArgumentsPerToken = true };
        var misses = new Option<bool>("--misses") { Description = "Lists the queries whose best hit is not relevant" };
        var sweep = new Option<string[]>("--sweep") { Description = "Tries several values of a weight, as Passage=0,0.5,1", AllowMultipleArgumentsPerToken = true };
        var command = new Command("relevance", "Scores rated queries over the site's own index: the table of docs/search.md") { queries, recipe, keep, halves, floor, set, misses, sweep };
        command.SetAction((arguments, cancellation) => new RelevanceRun(new(
            arguments.GetRequiredValue(queries), arguments.GetRequiredValue(recipe), arguments.GetValue(keep)?.FullName, arguments.GetValue(halves),
            !arguments.GetValue(floor), arguments.GetValue(set) ?? [], arguments.GetValue(misses), arguments.GetValue(sweep) ?? [])).RunAsync(cancellation));
        return command;
    }

    private static IEnumerable<Command> Inner()
    {
        var data = new Option<string>("--data") { Required = true };
        var folder = new Option<string>("--folder") { Required = true };
        var recipe = new Option<string?>("--recipe");
        var threads = new Option<int>("--threads");
        var seconds = new Option<int>("--seconds");
        var count = new Option<int>("--count");

        var server = new Command(BareServer.Name) { folder };
        server.SetAction((arguments, cancellation) => BareServer.RunAsync(arguments.GetRequiredValue(folder), cancellation));
        var search = new Command(BareSearch.Name) { data, threads, seconds };
        search.SetAction(arguments => BareSearch.Run(arguments.GetRequiredValue(data), arguments.GetValue(threads), TimeSpan.FromSeconds(arguments.GetValue(seconds))));
        var import = new Command(BareImport.Name) { data, folder };
        import.SetAction((arguments, cancellation) => BareImport.RunAsync(arguments.GetRequiredValue(data), arguments.GetRequiredValue(folder), cancellation));
        var passages = new Option<bool>("--passages");
        var index = new Command(BareIndex.Name) { data, folder, passages };
        index.SetAction((arguments, cancellation) =>
            BareIndex.RunAsync(arguments.GetRequiredValue(data), arguments.GetRequiredValue(folder), arguments.GetValue(passages), cancellation));
        var publish = new Command(Publishing.Name) { data, recipe, count };
        publish.SetAction((arguments, cancellation) =>
            Publishing.RunAsync(arguments.GetRequiredValue(data), arguments.GetValue(recipe), arguments.GetValue(count), cancellation));
        foreach (var command in (Command[])[server, search, import, index, publish])
        {
            command.Hidden = true;
            yield return command;
        }
    }
}
