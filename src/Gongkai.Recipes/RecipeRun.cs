using Gongkai.Content;
using Gongkai.Recipes.Reading;

namespace Gongkai.Recipes;

/// <summary>One run of one or several recipes.</summary>
internal sealed class RecipeRun(RecipePipeline pipeline, DefinitionSnapshot definitions, ScriptInputs inputs, IProgress<RecipeProgress>? progress) : IRecipeRun
{
    // Often enough for a bar, seldom enough to cost nothing.
    private const double ProgressStep = 0.002;

    private readonly List<RecipeProblem> _problems = [];
    private readonly Dictionary<OperationOutcome, int> _counts = [];
    private RecipeProgress _reported = new(RecipeStage.Reading, "", -1, 0);

    public DefinitionSnapshot Definitions { get; set; } = definitions;

    public ISet<string> Roles { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What scripts may read from outside.</summary>
    public ScriptInputs Inputs => inputs;

    /// <summary>What each step comes to.</summary>
    public StepTallies Tallies { get; } = new();

    public RecipeStage Stage { get; private set; } = RecipeStage.Checking;

    public IReadOnlyList<RecipeProblem> Problems => _problems;

    public int Errors { get; private set; }

    public int Notices { get; private set; }

    /// <summary>Features that the run has checked, so that each is run once.</summary>
    public HashSet<string> Features { get; } = new(StringComparer.OrdinalIgnoreCase);

    public void Error(RecipePlace place, string message)
    {
        Tallies.Error();
        if (++Errors <= RecipeReport.MaxProblems)
            _problems.Add(new(RecipeSeverity.Error, place, message));
        if (Errors > RecipeReport.MaxProblems)
            throw new RecipeRefusedException();
    }

    public void Notice(RecipePlace place, string message)
    {
        if (++Notices <= RecipeReport.MaxProblems)
            _problems.Add(new(RecipeSeverity.Notice, place, message));
    }

    public void Count(OperationOutcome outcome, int items = 1)
    {
        Tallies.Count(outcome, items);
        _counts[outcome] = Counted(outcome) + items;
    }

    public void Note(OperationOutcome outcome, string thing) => Tallies.Note(outcome, thing);

    public int Counted(OperationOutcome outcome) => _counts.GetValueOrDefault(outcome);

    /// <summary>Everything is checked: from here on the run changes things.</summary>
    public void BeginImport(DefinitionSnapshot current)
    {
        Stage = RecipeStage.Importing;
        Definitions = current;
        Features.Clear();
        _counts.Clear();
        Tallies.Clear();
    }

    /// <summary>Runs the recipe that a step asks for, in the run's stage.</summary>
    public Task RunAsync(RecipeSource source, CancellationToken cancellationToken) =>
        Stage == RecipeStage.Importing ? pipeline.ExecuteAsync(source, this, entry: null, cancellationToken) : pipeline.CheckAsync(source, this, cancellationToken);

    public void Progress(RecipeStage stage, string file, double fraction)
    {
        if (progress is null || (stage == _reported.Stage && file == _reported.File && fraction >= _reported.Fraction && fraction < Math.Min(1, _reported.Fraction + ProgressStep)))
            return;
        _reported = new(stage, file, fraction, stage == RecipeStage.Importing ? _counts.Values.Sum() : 0);
        progress.Report(_reported);
    }
}

/// <summary>The run ends here: its problems say why.</summary>
internal sealed class RecipeRefusedException : Exception;
