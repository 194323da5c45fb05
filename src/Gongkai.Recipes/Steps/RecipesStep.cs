using Gongkai.Content;
using Gongkai.Recipes.Reading;

namespace Gongkai.Recipes.Steps;

/// <summary><c>{"name": "recipes", "Values": [{"executionid": "…", "name": "Other"}]}</c>: runs <c>Other.recipe.json</c> beside this recipe or in the site's folder of recipes, or what the feature of that name brings.</summary>
/// <remarks>All of it is checked as one run first. A recipe is run once in a run, however often it is named.</remarks>
internal sealed class RecipesStep(IEnumerable<RecipeFeature> features, IEnumerable<SiteRecipes> folders) : IRecipeStep
{
    private const string Extension = ".recipe.json";

    private readonly Dictionary<string, RecipeSource> _sources = new(StringComparer.Ordinal);
    private readonly List<string> _running = [];
    private HashSet<string> _done = [];
    private RecipeStage _stage = RecipeStage.Checking;

    public string Name => "recipes";

    public Task CheckAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken) => RunAllAsync(step, (RecipeRun)run, cancellationToken);

    public Task ExecuteAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken) => RunAllAsync(step, (RecipeRun)run, cancellationToken);

    private async Task RunAllAsync(IRecipeStepInput step, RecipeRun run, CancellationToken cancellationToken)
    {
        if (_stage != run.Stage)
            (_stage, _done) = (run.Stage, []);
        var element = await step.ReadAsync(cancellationToken);
        var folder = ((RecipeStepText)step).Folder;
        // The file that the import began with is on the way as well.
        var own = Path.GetFullPath(element.Locate().File);
        var isFirst = folder is not null && !_running.Contains(own);
        if (isFirst)
            _running.Add(own);
        await RunAllAsync(new StepShape(element, run), folder, run, cancellationToken);
        if (isFirst)
            _running.Remove(own);
    }

    private async Task RunAllAsync(StepShape shape, RecipeFolder? folder, RecipeRun run, CancellationToken cancellationToken)
    {
        foreach (var (json, path) in shape.Objects(shape.Root, "Values", ""))
        {
            if (shape.Text(json, "name", path, isRequired: true) is not { } name)
                continue;
            if (!IsName(name))
                shape.Error(path + ".name", $"“{name}”不能用作配方的名称，应是不带路径的名称，如 Other（文件 Other.recipe.json）。");
            else if (Find(name, folder) is not var (key, source))
                shape.Error(path + ".name", $"找不到配方“{name}”：这份配方旁边和站点的 recipes 文件夹里都没有 {name}{Extension}，也没有这个名称的功能。");
            else if (_running.Contains(key))
                shape.Error(path + ".name", $"配方互相引用成了圈：{string.Join(" → ", _running.SkipWhile(one => one != key).Append(key).Select(Path.GetFileName))}。请去掉其中一处。");
            else
                await RunAsync(key, source, run, cancellationToken);
        }
    }

    private async Task RunAsync(string key, RecipeSource source, RecipeRun run, CancellationToken cancellationToken)
    {
        if (!_done.Add(key))
            return;
        _running.Add(key);
        await run.RunAsync(source, cancellationToken);
        _running.Remove(key);
    }

    /// <summary>A recipe by name: the one beside the recipe that names it first, the same object in every pass.</summary>
    private (string Key, RecipeSource Source)? Find(string name, RecipeFolder? beside)
    {
        foreach (var folder in folders.Select(folder => folder.Folder).Prepend(beside).OfType<RecipeFolder>())
        {
            if (folder.TryOpen(name + Extension, out var found) is not null)
                continue;
            using (found)
            {
                var path = ((FileStream)found!).Name;
                return (path, Remember(path, () => RecipeSource.File(path)));
            }
        }

        return features.FirstOrDefault(feature => feature.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } feature
            ? (feature.Name, Remember(feature.Name, () => new($"{feature.Name}（功能自带的配方）", feature.OpenRecipe)))
            : null;
    }

    private RecipeSource Remember(string key, Func<RecipeSource> make)
    {
        if (!_sources.TryGetValue(key, out var source))
            _sources[key] = source = make();
        return source;
    }

    private static bool IsName(string name) => name.Length <= 128 && name.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or ' ') && name[0] != '.';
}
