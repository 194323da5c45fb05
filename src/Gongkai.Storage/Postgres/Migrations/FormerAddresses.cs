using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Storage.Postgres.Migrations;

/// <summary>Addresses that items once had, and how items were withdrawn.</summary>
[DbContext(typeof(PostgresContext))]
[Migration("20261125200100_FormerAddresses")]
internal sealed class FormerAddresses : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "FormerRoutes",
            columns: table => new
            {
                Path = table.Column<string>(nullable: false, collation: PostgresContext.Collation),
                ContentItemId = table.Column<string>(nullable: false, collation: PostgresContext.Collation),
                ContainedItemId = table.Column<string>(nullable: true, collation: PostgresContext.Collation)
            },
            constraints: table => table.PrimaryKey("PK_FormerRoutes", x => x.Path));

        migrationBuilder.CreateTable(
            name: "Withdrawals",
            columns: table => new
            {
                ContentItemId = table.Column<string>(nullable: false, collation: PostgresContext.Collation),
                Way = table.Column<int>(nullable: false),
                TargetId = table.Column<string>(nullable: true, collation: PostgresContext.Collation),
                TargetPath = table.Column<string>(nullable: true, collation: PostgresContext.Collation),
                Redirects = table.Column<bool>(nullable: false),
                Explanation = table.Column<string>(nullable: true, collation: PostgresContext.Collation),
                AtUtc = table.Column<DateTime>(nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_Withdrawals", x => x.ContentItemId));

        migrationBuilder.CreateIndex(
            name: "IX_FormerRoutes_ContentItemId",
            table: "FormerRoutes",
            column: "ContentItemId");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(name: "FormerRoutes");
        migrationBuilder.DropTable(name: "Withdrawals");
    }
}
