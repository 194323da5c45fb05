using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Storage;

/// <summary>What the audit trail says of a document of settings: which properties changed, never their values, which may be secret; of roles, who may do what from now on.</summary>
internal static class SettingsAudit
{
    public static AuditEntry Of(string name, JsonObject before, JsonObject after) => name == SettingsNames.Roles
        ? new(AuditActions.RolesSaved) { Title = name, Details = RolesOf(before, after) }
        : new(AuditActions.SettingsSaved) { Title = name, Details = new() { ["changed"] = Array(ChangedIn(before, after)) } };

    /// <summary>The names of what changed, of what is inside an object with its name before: <c>GongkaiSettings.Footer</c>.</summary>
    private static IEnumerable<string> ChangedIn(JsonObject before, JsonObject after)
    {
        foreach (var name in before.Select(property => property.Key).Union(after.Select(property => property.Key)))
        {
            var (had, has) = (before[name], after[name]);
            if (JsonNode.DeepEquals(had, has))
                continue;
            if (had is JsonObject inside && has is JsonObject now)
            {
                foreach (var inner in inside.Select(property => property.Key).Union(now.Select(property => property.Key)).Where(inner => !JsonNode.DeepEquals(inside[inner], now[inner])))
                    yield return $"{name}.{inner}";
            }
            else
            {
                yield return name;
            }
        }
    }

    private static JsonObject RolesOf(JsonObject before, JsonObject after)
    {
        var roles = new JsonObject();
        foreach (var name in before.Select(role => role.Key).Union(after.Select(role => role.Key)))
        {
            if (JsonNode.DeepEquals(before[name], after[name]))
                continue;
            var (had, has) = (before.Child(name)?.Texts("Permissions") ?? [], after.Child(name)?.Texts("Permissions") ?? []);
            var role = new JsonObject();
            if (!before.ContainsKey(name) || !after.ContainsKey(name))
                role["role"] = before.ContainsKey(name) ? "removed" : "added";
            if (has.Except(had).ToList() is { Count: > 0 } granted)
                role["granted"] = Array(granted);
            if (had.Except(has).ToList() is { Count: > 0 } taken)
                role["taken"] = Array(taken);
            roles[name] = role;
        }

        return roles;
    }

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
