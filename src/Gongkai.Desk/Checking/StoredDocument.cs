using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Desk.Checking;

/// <summary>A document of settings as a form sees it: what another saved meanwhile is not lost.</summary>
/// <param name="settings">The documents.</param>
internal sealed class StoredDocument(ISettingsStore settings)
{
    /// <summary>What a form keeps to say which state it was made of.</summary>
    public string VersionOf(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(settings.Get(name).ToJsonString())));

    /// <summary>Changes a document; false when it is not any more what the form was made of.</summary>
    public async Task<bool> ChangeAsync(string name, string? seen, Action<JsonObject> change, CancellationToken cancellationToken)
    {
        if (VersionOf(name) != seen)
            return false;
        var document = settings.Get(name);
        var before = document.DeepClone();
        change(document);
        if (!JsonNode.DeepEquals(before, document))
            await settings.SaveAsync(name, document, cancellationToken);
        return true;
    }
}
