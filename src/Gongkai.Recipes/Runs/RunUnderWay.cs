using Gongkai.Content;

namespace Gongkai.Recipes.Runs;

/// <summary>The run under way, with how far it is: in memory at once, in its file now and then, for whoever looks from elsewhere or afterwards.</summary>
internal sealed class RunUnderWay(RecipeRunRecord run, RunFiles files, TimeProvider time) : IProgress<RecipeProgress>
{
    private static readonly TimeSpan WrittenEvery = TimeSpan.FromSeconds(1);

    private RecipeRunRecord _record = run;
    private long _written = time.GetTimestamp();

    public RecipeRunRecord Record => Volatile.Read(ref _record);

    public void Report(RecipeProgress value)
    {
        Volatile.Write(ref _record, _record with { Progress = value });
        if (time.GetElapsedTime(_written) < WrittenEvery)
            return;
        _written = time.GetTimestamp();
        files.Write(_record);
    }
}
