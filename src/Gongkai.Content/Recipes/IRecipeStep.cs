using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary>Port: one kind of recipe step, implemented by whoever owns what it changes. Scoped.</summary>
public interface IRecipeStep
{
    /// <summary>The step's name; case does not matter.</summary>
    string Name { get; }

    /// <summary>Checks the step, changing nothing but what the run knows. Called for every step before any is executed.</summary>
    Task CheckAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken);

    /// <summary>Carries the step out. Called only when the whole recipe was checked without an error.</summary>
    Task ExecuteAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken);
}

/// <summary>A step as it stands in the file. It can be read more than once.</summary>
public interface IRecipeStepInput
{
    /// <summary>The step's number in the recipe, from 1.</summary>
    int Number { get; }

    /// <summary>The step's name as written.</summary>
    string Name { get; }

    /// <summary>The whole step, for steps that are small by nature.</summary>
    Task<RecipeElement> ReadAsync(CancellationToken cancellationToken);

    /// <summary>The elements of an array property (case does not matter), one by one; memory holds one at a time.</summary>
    IAsyncEnumerable<RecipeElement> ReadElementsAsync(string property, CancellationToken cancellationToken);

    /// <summary>Opens a file that lies beside the recipe: in its folder or its package, or in a folder below. The caller disposes the stream.</summary>
    /// <remarks>
    /// A file that cannot be had (missing, empty, too large, no plain file, a path or a link that leads out, a recipe without a folder)
    /// ends the step with an error at the place.
    /// </remarks>
    /// <param name="path">The path, relative to the recipe, with <c>/</c>.</param>
    /// <param name="at">Where the recipe names the file.</param>
    Stream OpenFile(string path, RecipePlace at);
}

/// <summary>A piece of a recipe with the place where it stands.</summary>
public abstract class RecipeElement
{
    /// <summary>The JSON.</summary>
    public abstract JsonNode Json { get; }

    /// <summary>The properties of a step that is a list of settings: all but its name.</summary>
    public IEnumerable<KeyValuePair<string, JsonNode?>> Settings => ((JsonObject)Json).Where(property => !property.Key.Equals("name", StringComparison.OrdinalIgnoreCase));

    /// <summary>The place of the element or of something in it.</summary>
    /// <param name="path">A JSON path inside the element, as <c>DisclosureEntry.Topic</c>; empty for the element. Of a path that is not there, the nearest place above it.</param>
    public abstract RecipePlace Locate(string path = "");
}

/// <summary>A place in a recipe.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in characters, from 1.</param>
/// <param name="Step">The step as people name it: <c>第 3 步 Content</c>; empty outside of steps.</param>
/// <param name="JsonPath">The path from the recipe's root, as <c>$.steps[2].data[12].DisclosureEntry</c>.</param>
public sealed record RecipePlace(string File, int Line, int Column, string Step, string JsonPath);

/// <summary>How much a problem matters.</summary>
public enum RecipeSeverity
{
    /// <summary>The recipe is not carried out.</summary>
    Error,

    /// <summary>Kept or passed over, and worth knowing: not applicable here, unknown and kept.</summary>
    Notice,
}

/// <summary>A problem of a recipe.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Place">Where.</param>
/// <param name="Message">What is wrong and what to do, in Simplified Chinese.</param>
public sealed record RecipeProblem(RecipeSeverity Severity, RecipePlace Place, string Message);

/// <summary>One run of a recipe: what steps share and report to.</summary>
public interface IRecipeRun
{
    /// <summary>Reports a fault: the recipe will not be carried out.</summary>
    void Error(RecipePlace place, string message);

    /// <summary>Reports something that is kept or passed over.</summary>
    void Notice(RecipePlace place, string message);

    /// <summary>Counts items that were added, changed or already there, for progress and the final report.</summary>
    void Count(OperationOutcome outcome, int items = 1);

    /// <summary>While checking: names something other than items that the step would add, change or leave as it is, for the report. A step that cannot tell cheaply says nothing.</summary>
    /// <param name="outcome">What would become of it.</param>
    /// <param name="thing">Its name for people, as <c>设置 SiteName</c>.</param>
    void Note(OperationOutcome outcome, string thing)
    {
    }

    /// <summary>While checking: names something that is kept as JSON, by what is there and what the step brings.</summary>
    /// <param name="thing">Its name for people.</param>
    /// <param name="before">What is there; null for nothing.</param>
    /// <param name="after">What the step brings.</param>
    void Note(string thing, JsonNode? before, JsonNode? after) =>
        Note(JsonNode.DeepEquals(before, after) ? OperationOutcome.Unchanged : before is null ? OperationOutcome.Added : OperationOutcome.Changed, thing);

    /// <summary>The names of the roles that the steps checked so far bring.</summary>
    ISet<string> Roles { get; }

    /// <summary>The definitions as they will be after the steps checked so far.</summary>
    DefinitionSnapshot Definitions { get; set; }
}

/// <summary>A feature that recipes can enable: a module with the recipe that brings its definitions.</summary>
/// <param name="Name">The feature's name, as <c>Gongkai.Catalogue</c>.</param>
/// <param name="DisplayName">What people read.</param>
/// <param name="OpenRecipe">Opens the module's recipe.</param>
/// <param name="Limits">Of a feature of Orchard Core's: what this home does with it and what not, a sentence; null for a feature of ours.</param>
public sealed record RecipeFeature(string Name, string DisplayName, Func<Stream> OpenRecipe, string? Limits = null);
