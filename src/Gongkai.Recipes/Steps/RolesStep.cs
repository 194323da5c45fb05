using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Recipes.Reading;

namespace Gongkai.Recipes.Steps;

/// <summary><c>{"name": "Roles", "Roles": [{"Name": "Editor", "PermissionBehavior": "Add", "Permissions": ["…"]}]}</c>: roles are kept by name.</summary>
internal sealed class RolesStep(ISettingsStore settings) : IRecipeStep
{
    private static readonly string[] Behaviors = ["Replace", "Add", "Remove"];

    public string Name => "Roles";

    public async Task CheckAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var roles = settings.Get(SettingsNames.Roles);
        foreach (var role in Read(new StepShape(await step.ReadAsync(cancellationToken), run)))
        {
            var existing = roles.Child(role.Name);
            run.Roles.Add(role.Name);
            run.Note(
                existing is null ? OperationOutcome.Added : JsonNode.DeepEquals(existing, Changed(existing, role)) ? OperationOutcome.Unchanged : OperationOutcome.Changed,
                $"角色 {role.Name}");
        }
    }

    public async Task ExecuteAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var roles = settings.Get(SettingsNames.Roles);
        var before = roles.DeepClone();
        foreach (var role in Read(new StepShape(await step.ReadAsync(cancellationToken), run)))
            roles[role.Name] = Changed(roles.Child(role.Name), role);
        if (!JsonNode.DeepEquals(before, roles))
            await settings.SaveAsync(SettingsNames.Roles, roles, cancellationToken);
    }

    private static JsonObject Changed(JsonObject? existing, Role role)
    {
        var had = existing?.Texts("Permissions") ?? [];
        IEnumerable<string> has = role.Behavior switch
        {
            "Add" => had.Union(role.Permissions),
            "Remove" => had.Except(role.Permissions),
            _ => role.Permissions.Distinct(),
        };
        return new()
        {
            ["Name"] = role.Name,
            ["Description"] = role.Description ?? existing?.Text("Description") ?? "",
            ["Permissions"] = new JsonArray([.. has.Select(permission => JsonValue.Create(permission))]),
        };
    }

    private static List<Role> Read(StepShape shape)
    {
        var roles = new List<Role>();
        foreach (var (json, path) in shape.Objects(shape.Root, "Roles", ""))
        {
            var name = shape.Text(json, "Name", path, isRequired: true);
            var description = shape.Text(json, "Description", path);
            var written = shape.Text(json, "PermissionBehavior", path);
            var permissions = shape.Texts(json, "Permissions", path).Select(permission => permission.Value).ToList();
            // Orchard Core: left out, the given permissions replace those that the role has.
            var behavior = written is null ? "Replace" : Behaviors.FirstOrDefault(known => known.Equals(written, StringComparison.OrdinalIgnoreCase));
            if (behavior is null)
                shape.Error(path + ".PermissionBehavior", $"PermissionBehavior 应是 Replace、Add 或 Remove，得到的是“{written}”。");
            else if (name is not null)
                roles.Add(new(name, description, behavior, permissions));
        }
        return roles;
    }

    private sealed record Role(string Name, string? Description, string Behavior, IReadOnlyList<string> Permissions);
}
