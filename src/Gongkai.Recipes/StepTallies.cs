using Gongkai.Content;

namespace Gongkai.Recipes;

/// <summary>Counts what each step of a run comes to.</summary>
internal sealed class StepTallies
{
    private readonly List<Tally> _tallies = [];
    private Tally? _current;

    public IReadOnlyList<RecipeStepReport> Reports => [.. _tallies.Select(tally => new RecipeStepReport(
        tally.File, tally.First, tally.Last, tally.Name, tally.CountOf(OperationOutcome.Added), tally.CountOf(OperationOutcome.Changed), tally.CountOf(OperationOutcome.Unchanged),
        tally.Errors, tally.Things))];

    /// <summary>Runs the work of a step; what is counted meanwhile is the step's.</summary>
    public async Task DuringAsync(string file, IRecipeStepInput step, Func<Task> work)
    {
        var outer = _current;
        if (_tallies.LastOrDefault() is { } last && last.IsContinuedBy(file, step))
            (_current, last.Last) = (last, step.Number);
        else
            _tallies.Add(_current = new(file, step.Number, step.Name));
        try
        {
            await work();
        }
        finally
        {
            _current = outer;
        }
    }

    public void Count(OperationOutcome outcome, int items) => _current?.Count(outcome, items);

    public void Error()
    {
        if (_current is not null)
            _current.Errors++;
    }

    public void Note(OperationOutcome outcome, string thing)
    {
        if (_current?.Things.Count < RecipeStepReport.MaxThings)
            _current.Things.Add((outcome, thing));
    }

    public void Clear() => _tallies.Clear();

    private sealed class Tally(string file, int number, string name)
    {
        private readonly Dictionary<OperationOutcome, int> _counts = [];

        public string File => file;

        public int First { get; } = number;

        public int Last { get; set; } = number;

        public string Name => name;

        public int Errors { get; set; }

        public List<(OperationOutcome Outcome, string Thing)> Things { get; } = [];

        public int CountOf(OperationOutcome outcome) => _counts.GetValueOrDefault(outcome);

        public void Count(OperationOutcome outcome, int items) => _counts[outcome] = CountOf(outcome) + items;

        public bool IsContinuedBy(string other, IRecipeStepInput step) =>
            file == other && Last + 1 == step.Number && name.Equals(step.Name, StringComparison.OrdinalIgnoreCase) && Things.Count == 0 && _counts.Count > 0;
    }
}
