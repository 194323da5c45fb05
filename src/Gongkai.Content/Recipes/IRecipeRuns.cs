namespace Gongkai.Content;

/// <summary>A recipe that lies in the site's folder of recipes.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="ChangedUtc">When it was last changed, UTC.</param>
public sealed record SiteRecipe(string Name, long Length, DateTime ChangedUtc);

/// <summary>Where a run of a recipe stands.</summary>
public enum RecipeRunState
{
    /// <summary>Everything is being looked at; nothing is changed.</summary>
    Checking,

    /// <summary>It was looked at; the report says what it would do, or what is in the way.</summary>
    Checked,

    /// <summary>It is being carried out.</summary>
    Importing,

    /// <summary>It was carried out.</summary>
    Imported,

    /// <summary>It met a fault on its way: what was in before stays. Running it again completes it.</summary>
    Failed,

    /// <summary>Its process ended before it did. Running it again completes it.</summary>
    Cut,
}

/// <summary>A recipe that somebody gave to check and to run.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="File">The file's name as people know it.</param>
/// <param name="IsUpload">Whether it was uploaded; else it lies in the site's folder of recipes.</param>
/// <param name="User">The sign-in name of whoever gave it, or who last began to check or run it.</param>
/// <param name="DisplayName">What people read of them.</param>
/// <param name="BegunUtc">When it was given, checked or run last, UTC.</param>
/// <param name="State">Where it stands.</param>
public sealed record RecipeRunRecord(string Id, string File, bool IsUpload, string User, string DisplayName, DateTime BegunUtc, RecipeRunState State)
{
    /// <summary>How far it is, while it is under way; how far it was when it was cut.</summary>
    public RecipeProgress? Progress { get; init; }

    /// <summary>When it ended, UTC; null while it is under way.</summary>
    public DateTime? EndedUtc { get; init; }

    /// <summary>What the check or the run came to; null when it came to nothing.</summary>
    public RecipeReport? Report { get; init; }

    /// <summary>The names of the steps that its last check found, those of other recipes that it runs included.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>Why nothing could be read or the run broke off, in Simplified Chinese; null otherwise.</summary>
    public string? Fault { get; init; }

    /// <summary>Whether something is being done with it.</summary>
    public bool IsUnderWay => State is RecipeRunState.Checking or RecipeRunState.Importing;

    /// <summary>Whether it can be run: nothing is in its way, or it was broken off.</summary>
    public bool CanRun => State switch
    {
        RecipeRunState.Checked => Fault is null && Report?.Succeeded == true,
        RecipeRunState.Failed or RecipeRunState.Cut => true,
        _ => false,
    };
}

/// <summary>Port: checks and runs recipes behind the pages, one at a time, and remembers past runs.</summary>
/// <remarks>What is under way goes on when its page is closed. When its process is killed, the run counts as cut, and running it again completes it.</remarks>
public interface IRecipeRuns
{
    /// <summary>The most bytes of an upload; larger recipes come in by the command line.</summary>
    const long MaxUpload = 256L * 1024 * 1024;

    /// <summary>The recipes in the site's folder by name.</summary>
    IReadOnlyList<SiteRecipe> FindRecipes();

    /// <summary>Takes a file in, and begins to check it.</summary>
    /// <param name="fileName">Its name, which ends in <c>.json</c>, <c>.zip</c>, or as a table (<see cref="IItemTable"/>) in <c>.xlsx</c> or <c>.csv</c>; whatever else is in it is not trusted.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="user">Who gives it.</param>
    /// <param name="cancellationToken">Cancels; nothing is kept then.</param>
    /// <returns>The run's id.</returns>
    /// <exception cref="RecipeRunRefusedException">It is not taken.</exception>
    Task<string> UploadAsync(string fileName, Stream content, DeskUser user, CancellationToken cancellationToken = default);

    /// <summary>Begins to check a recipe of the site's folder.</summary>
    /// <returns>The run's id.</returns>
    /// <exception cref="RecipeRunRefusedException">There is no such recipe, or another one is under way.</exception>
    string Choose(string name, DeskUser user);

    /// <summary>Begins to check a recipe again, or to run it.</summary>
    /// <exception cref="RecipeRunRefusedException">It cannot be run, or another one is under way.</exception>
    void Begin(string id, bool checkOnly, DeskUser user);

    /// <summary>A run, or null.</summary>
    RecipeRunRecord? Find(string id);

    /// <summary>The runs, newest first.</summary>
    IReadOnlyList<RecipeRunRecord> List();
}

/// <summary>Why a recipe is not taken, checked or run.</summary>
public enum RecipeRunRefusal
{
    /// <summary>Another one is being checked or run.</summary>
    Busy,

    /// <summary>It is neither a recipe, nor a package, nor a table by its name.</summary>
    WrongKind,

    /// <summary>It is larger than <see cref="IRecipeRuns.MaxUpload"/>.</summary>
    TooLarge,

    /// <summary>It has no bytes.</summary>
    Empty,

    /// <summary>There is no such recipe or run, or its file is gone.</summary>
    Missing,

    /// <summary>Its check found faults, or it was run already.</summary>
    NotReady,
}

/// <summary>A recipe is not taken, checked or run; nothing was changed.</summary>
/// <param name="refusal">Why.</param>
/// <param name="other">The run that is under way, when that is why.</param>
public sealed class RecipeRunRefusedException(RecipeRunRefusal refusal, RecipeRunRecord? other = null) : Exception(refusal.ToString())
{
    /// <summary>Why.</summary>
    public RecipeRunRefusal Refusal { get; } = refusal;

    /// <summary>The run that is under way, when that is why.</summary>
    public RecipeRunRecord? Other { get; } = other;
}
