using ArchUnitNET.Fluent;
using ArchUnitNET.Fluent.Slices;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using Microsoft.Extensions.Hosting;

namespace Architecture;

/// <summary>What the compiled types really use, also through references that came along with another.</summary>
public sealed class TypeTests
{
    private static readonly ArchUnitNET.Domain.Architecture Built = new ArchLoader().LoadAssemblies([.. House.Projects.Select(House.Load)]).Build();

    public static TheoryData<string> Projects => [.. House.Projects];

    public static TheoryData<string> Modules => [.. House.Modules];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Types_use_only_types_of_projects_below_their_own(string project)
    {
        var strangers = House.Projects.Where(other => other != project && !House.MayUse(project, other)).Select(House.Load).ToArray();
        if (strangers.Length == 0)
        {
            return;
        }

        ArchRuleDefinition.Types().That().ResideInAssembly(House.Load(project))
            .Should().NotDependOnAny(ArchRuleDefinition.Types().That().ResideInAssembly(strangers[0], strangers[1..]))
            .WithoutRequiringPositiveResults()
            .Check(Built);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void An_assembly_uses_no_library_that_belongs_to_another(string project)
    {
        var forbidden = House.Load(project).GetReferencedAssemblies().Select(reference => reference.Name!).Where(name => House.BelongsToAnother(name, project));

        Assert.Empty(forbidden);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_namespaces_of_a_project_do_not_go_in_circles(string project) =>
        SliceRuleDefinition.Slices().Matching(project + ".(*)").Should().BeFreeOfCycles().Check(Built);

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_class_that_nobody_derives_from_is_sealed(string project)
    {
        var bases = House.Projects.SelectMany(other => House.Load(other).GetTypes()).Select(type => type.BaseType).OfType<System.Type>()
            .Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type).ToHashSet();
        var assembly = House.Load(project);
        // The compiler writes the class of Program.cs.
        var open = assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false, IsSealed: false } && !bases.Contains(type) && type != assembly.EntryPoint?.DeclaringType);

        Assert.Empty(open.Select(type => type.FullName));
    }

    /// <summary>Nothing starts a hosted service in a tenant of Orchard Core (docs/decisions/0001-two-homes.md).</summary>
    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_starts_nothing_by_itself(string module) =>
        Assert.Empty(House.Load(module).GetTypes().Where(type => typeof(IHostedService).IsAssignableFrom(type)).Select(type => type.FullName));
}
