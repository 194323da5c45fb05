using System.Text.Json;
using Gongkai.Content;

namespace Gongkai.Recipes.Journal;

/// <summary>The journal's entry of one import.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Import">What is done.</param>
/// <param name="IsTakenUp">Whether an earlier import of the same recipe was cut off.</param>
internal sealed record ImportEntry(string Path, CutImport Import, bool IsTakenUp)
{
    /// <summary>What is done.</summary>
    public CutImport Import { get; private set; } = Import;

    /// <summary>Whether a step was done before the import was cut off.</summary>
    public bool IsDone(int step) => Import.Done.Contains(step);

    /// <summary>A step begins.</summary>
    public void Begin(string step)
    {
        Import = Import with { Step = step };
        Write(toDisk: false);
    }

    /// <summary>A step is done and must not be repeated, not even after the plug was pulled.</summary>
    public void Finish(int step)
    {
        Import = Import with { Done = [.. Import.Done, step] };
        Write(toDisk: true);
    }

    /// <summary>Writes the entry, whole or not at all.</summary>
    public void Write(bool toDisk)
    {
        var unfinished = Path + ".tmp";
        using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(file, Import);
            file.Flush(toDisk);
        }
        File.Move(unfinished, Path, overwrite: true);
    }
}
