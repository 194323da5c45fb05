using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Search.Recipes;

/// <summary>What the index steps of one run share: the profiles there will be, and whether the index was rebuilt.</summary>
/// <param name="settings">The stored profiles.</param>
internal sealed class ProfilesOfRun(ISettings settings)
{
    private readonly HashSet<string> _brought = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether this run has rebuilt the index: once is enough, changes are followed.</summary>
    public bool IsRebuilt { get; set; }

    /// <summary>The names of the profiles, those of the recipe included.</summary>
    public IEnumerable<string> Names => Stored.Select(profile => profile.Key).Union(_brought, StringComparer.OrdinalIgnoreCase);

    /// <summary>Notes a profile that the recipe brings.</summary>
    public void Bring(string name) => _brought.Add(name);

    private JsonObject Stored => settings.Get(SettingsNames.IndexProfiles);
}
